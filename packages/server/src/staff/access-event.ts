import type { MemberId, SubjectId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import type { MemberCard } from '@sathi/sealing'
import { statement, type Transaction } from '../database/index.ts'
import type { DeviceState } from './device.ts'
import type { MemberState } from './member.ts'
import type { DeviceId } from './member-actor.ts'

type Subject = { readonly type: 'case'; readonly id: SubjectId }

/** What a device has to hear of access. The part of wraps is told where wraps are kept. */
export type AccessEvent =
  | { readonly event: 'granted'; readonly subject: Subject }
  | { readonly event: 'revoked'; readonly subject: Subject }
  | { readonly event: 'roles' }
  | { readonly event: 'member'; readonly card: MemberCard }
  | { readonly event: 'standing'; readonly member: MemberId; readonly state: MemberState }
  | { readonly event: 'device'; readonly device: DeviceId; readonly state: DeviceState }
  | { readonly event: 'assignment'; readonly subject: Subject; readonly assignment: AssignmentCard }

export type AssignmentCard = {
  readonly id: string
  readonly subject: SubjectId
  readonly member: MemberId
  readonly as: Role | null
  readonly from: string
  readonly until: string | null
  readonly state: 'coming' | 'running' | 'ended'
}

/** An event and whom it concerns: one member, or everybody (null). */
export type AccessNote = { readonly for: MemberId | null; readonly what: AccessEvent }

const storeEvents = statement(
  'store_access_events',
  `with feed as (
     update app.org_feed set access_n = access_n + $1::bigint where org_id = (select app.org_id()) returning access_n)
   insert into app.access_event (org_id, n, member_id, event, at)
   select (select app.org_id()), feed.access_n - $1::bigint + e.nr, e.member_id, e.event, now()
   from feed, unnest($2::uuid[], $3::jsonb[]) with ordinality as e (member_id, event, nr)`,
)

/** Tells devices of changes. Takes numbers under the feed's lock, so it is the last that a transaction does. */
export async function tellDevices(tx: Transaction, ...notes: readonly AccessNote[]): Promise<void> {
  if (notes.length === 0) return
  await tx.query(storeEvents, [
    notes.length,
    notes.map((note) => note.for),
    notes.map(({ what }) => JSON.stringify(what)),
  ])
}
