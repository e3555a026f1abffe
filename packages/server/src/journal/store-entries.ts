import type { Entry, SubjectId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { chainHash } from './chain-hash.ts'
import { addCodes } from './digests.ts'
import type { FeedEnd } from './lock-journals.ts'
import { idList, lineList } from './sql-lists.ts'
import type { SubjectCard } from './surroundings.ts'

const storeEntries = statement(
  'store_entries',
  `with feed as (update app.org_feed set n = $1, head = $2, codes = $13 where org_id = (select app.org_id()))
   insert into app.entry
     (org_id, id, position, subject_id, kind, amends, retracts, row_id, received_at, hash, body)
   select (select app.org_id()), e.id, $3::bigint + e.nr, e.subject_id, e.kind, e.amends, e.retracts, e.row_id, e.received_at,
          substring($4::bytea from (e.nr * 32 - 31)::int for 32), e.body
   from unnest($5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::uuid[], $10::timestamptz[],
               string_to_array($11, E'\\n', ''), string_to_array($12, E'\\n'))
     with ordinality as e (id, subject_id, kind, amends, retracts, received_at, row_id, body, nr)`,
)

const storeSubjects = statement(
  'store_subjects',
  `insert into app.subject (org_id, id, type, code)
   select (select app.org_id()), s.id, s.type, s.code
   from unnest($1::uuid[], $2::text[], string_to_array($3, E'\\n')) as s (id, type, code)`,
)

/**
 * Opens subjects. Fails, to be run again, when another transaction has opened one of them just now. Gives the end of the feed
 * with their codes in it, to be stored with the entries that open them, and as a promise, when the store has taken them.
 */
export function insertSubjects(
  tx: Transaction,
  subjects: ReadonlyMap<SubjectId, SubjectCard>,
  end: FeedEnd,
): { readonly end: FeedEnd; readonly stored: Promise<unknown> } {
  if (subjects.size === 0) return { end, stored: Promise.resolve() }
  const cards = [...subjects].map(([id, { type, code }]) => ({ id, type, code }))
  const stored = tx.query(storeSubjects, [
    idList(cards.map((card) => card.id)),
    idList(cards.map((card) => card.type)),
    lineList(cards.map((card) => card.code)),
  ])
  return { end: { ...end, codes: addCodes(end.codes, tx.orgId, cards) }, stored }
}

/** An entry that has been judged, with its canonical JSON and the moment when it came. */
export type ReceivedEntry = { readonly entry: Entry; readonly body: string; readonly receivedAt: Date }

/**
 * Writes entries behind the end of the feed, in the given order: their positions follow `end` without a gap.
 * Gives the new end of the feed and, as a promise, when the store has taken them.
 */
export function insertEntries(
  tx: Transaction,
  received: readonly ReceivedEntry[],
  end: FeedEnd,
): { readonly end: FeedEnd; readonly stored: Promise<unknown> } {
  const hashes = Buffer.allocUnsafe(received.length * 32)
  let { position, hash } = end
  for (const [index, { body, receivedAt }] of received.entries()) {
    position += 1
    hash = chainHash({ previous: hash, position, receivedAt: receivedAt.getTime(), body })
    hashes.set(hash, index * 32)
  }
  const instants = new Map<Date, string>()
  const instantOf = (date: Date): string => {
    const known = instants.get(date) ?? date.toISOString()
    instants.set(date, known)
    return known
  }
  const column = (read: (entry: Entry) => string | undefined): string =>
    idList(received.map(({ entry }) => read(entry)))
  const stored = tx.query(storeEntries, [
    position,
    hash,
    end.position,
    hashes,
    column((entry) => entry.id),
    column((entry) => entry.subject.id),
    column((entry) => entry.kind),
    column((entry) => entry.amends),
    column((entry) => entry.retracts),
    idList(received.map(({ receivedAt }) => instantOf(receivedAt))),
    lineList(received.map(({ entry }) => entry.rowId)),
    lineList(received.map(({ body }) => body)),
    end.codes,
  ])
  return { end: { ...end, position, hash }, stored }
}
