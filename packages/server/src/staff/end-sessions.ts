import type { MemberId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import type { DeviceId, SessionId } from './member-actor.ts'

const deleteSessions = statement(
  'end_sessions',
  `delete from auth.session where org_id = (select app.org_id()) and member_id = $1
   and ($2::uuid is null or device_id = $2) and ($3::uuid is null or id <> $3) returning id`,
)

/** Ends a member's sessions: all, those on one device, or all but one. Gives how many there were. */
export async function endSessions(
  tx: Transaction,
  member: MemberId,
  which: { readonly device?: DeviceId; readonly except?: SessionId } = {},
): Promise<number> {
  return (await tx.query(deleteSessions, [member, which.device ?? null, which.except ?? null])).length
}
