import type { DeviceId, SessionId } from '@sathi/contract/staff'
import type { MemberId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import type { Actor } from '../database/index.ts'

/** A member who is signed in, active, and on a device that was approved. */
export type MemberActor = Actor & {
  readonly memberId: MemberId
  /** As her entries name her. */
  readonly code: string
  readonly roles: readonly Role[]
  readonly deviceId: DeviceId
  readonly sessionId: SessionId
}

export type { DeviceId, SessionId }
