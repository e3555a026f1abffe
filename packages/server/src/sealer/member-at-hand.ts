import type { MemberId } from '@sathi/domain'
import type { KeyPair, MemberKeys } from '@sathi/sealing'
import type { OrgId } from '../database/index.ts'

/** A member whose passphrase was given to this program: it may seal, sign and open for her while it runs, and no longer. */
export type MemberAtHand = {
  readonly orgId: OrgId
  readonly id: MemberId
  /** Her user code. */
  readonly code: string
  /** The number of the keys that she signs with now. */
  readonly keyNumber: number
  readonly keys: MemberKeys
  /** All pairs that she ever had, newest first: what was wrapped to an old one stays hers. */
  readonly sealing: readonly KeyPair[]
}
