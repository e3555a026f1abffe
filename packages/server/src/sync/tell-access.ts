import type { Compartment, MemberId, SubjectId } from '@sathi/domain'
import type { Holder } from '@sathi/sync'
import { statement, type Transaction } from '../database/index.ts'
import type { AccessNote } from '../staff/index.ts'

type KeyEvent = {
  readonly subject: { readonly type: 'case'; readonly id: SubjectId }
  readonly compartment: Compartment
  readonly version: number
  readonly holder: Holder
}

/** What devices hear of keys, beside what they hear of people. The wrap itself stands in its own table. */
export type KeyNote = {
  readonly for: MemberId | null
  readonly what: KeyEvent & { readonly event: 'wrap' | 'wanted' }
}

// Where everything before was looked at, these are too: who tells of keys has asked for the wraps that are lacking.
const storeEvents = statement(
  'store_key_events',
  `with feed as (
     update app.org_feed set access_n = access_n + $1::bigint,
       asked_n = case when asked_n = access_n then access_n + $1::bigint else asked_n end
     where org_id = (select app.org_id()) returning access_n)
   insert into app.access_event (org_id, n, member_id, event, at)
   select (select app.org_id()), feed.access_n - $1::bigint + e.nr, e.member_id, e.event, now()
   from feed, unnest($2::uuid[], $3::jsonb[]) with ordinality as e (member_id, event, nr)`,
)

/** Tells devices of keys and of cases that were opened, in one step. Takes numbers under the feed's lock. */
export async function tellAccess(tx: Transaction, notes: readonly (KeyNote | AccessNote)[]): Promise<void> {
  if (notes.length === 0) return
  await tx.query(storeEvents, [
    notes.length,
    notes.map((note) => note.for),
    notes.map(({ what }) => JSON.stringify(what)),
  ])
}
