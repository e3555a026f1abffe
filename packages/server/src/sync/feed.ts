import type { Entry, Instant, MemberId, SubjectId } from '@sathi/domain'
import type { Epoch, FedEntry, FeedEnd, FeedRange } from '@sathi/sync'
import { type MemberSight, type Statement, statement, type Transaction } from '../database/index.ts'

const selectEnd = statement(
  'read_sync_end',
  `select o.epoch, f.n, f.head, f.access_n, coalesce((
     select max(e.n) from app.access_event as e where e.org_id = (select app.org_id()) and e.member_id = $1
       and e.event ->> 'event' in ('roles', 'standing')), 0) as roles_n
   from app.organisation as o join app.org_feed as f using (org_id) where o.org_id = (select app.org_id())`,
)

// Of long entries few are read at once: the length of what is kept beside the row is known without reading it.
const page = (rows: string): string => `
  select position, received_at, body, found from (
    select position, received_at, body, count(*) over () as found,
      sum(octet_length(body)) over (order by position) - octet_length(body) as before
    from (${rows}) as rows
  ) as sized where before < 1000000 order by position`

// A range of positions, which have no gaps: quick to find, however far the feed has come.
const selectFeed = statement(
  'read_sync_feed',
  page(`select position, received_at, body from app.entry
        where org_id = (select app.org_id()) and position > $1::bigint and position <= $2::bigint
        order by position limit $3::bigint`),
)
// 'offset 0' keeps the planner to the index of the subject.
const selectOfSubject = statement(
  'read_sync_subject',
  page(`select position, received_at, body from (
          select position, received_at, body from app.entry
          where org_id = (select app.org_id()) and subject_id = $4 offset 0) as journal
        where position > $1::bigint and position <= $2::bigint order by position limit $3::bigint`),
)
const selectCodes = statement(
  'read_sync_codes',
  `select s.id, s.code from unnest($1::uuid[]) as wanted (id)
   cross join lateral (select id, code from app.subject where org_id = (select app.org_id()) and id = wanted.id limit 1) as s`,
)

type EndRow = {
  readonly epoch: Epoch
  readonly n: number
  readonly head: Buffer
  readonly access_n: number
  readonly roles_n: number
}
type Row = {
  readonly position: number
  readonly received_at: Date
  readonly body: string
  readonly found: number
}

export type ReadRange = { readonly entries: readonly FedEntry[]; readonly reached: number }

/** The longest way over entries that are not hers, in one statement. */
const widest = 20_000

/** The end of the feed, and the last access event that changed the member's roles. Throws when there is no organisation. */
export async function getFeedEnd(tx: Transaction, member: MemberId): Promise<FeedEnd> {
  const [row] = await tx.query<EndRow>(selectEnd, [member])
  if (row === undefined) throw new Error('no such organisation')
  const { epoch, n, head, access_n, roles_n } = row
  return {
    epoch,
    position: n,
    seal: head.toString('base64url'),
    access: access_n,
    rolesChanged: roles_n,
  }
}

/** What a member sees of a range of the feed. Over what is not hers it goes in ever longer steps. */
export async function readFeed(
  tx: Transaction,
  sight: MemberSight,
  { after, until, limit }: FeedRange,
): Promise<ReadRange> {
  let reached = after
  for (let width = limit; reached < until; width = Math.min(width * 4, widest)) {
    const end = Math.min(reached + width, until)
    const rows = await tx.queryFor<Row>(sight, selectFeed, [reached, end, limit])
    const read = await fed(tx, rows, { until: end, limit })
    if (read.entries.length > 0) return read
    reached = read.reached
  }
  return { entries: [], reached: Math.max(reached, until) }
}

/** The same of one subject. */
export async function readSubjectFeed(
  tx: Transaction,
  sight: MemberSight,
  subject: SubjectId,
  { after, until, limit }: FeedRange,
): Promise<ReadRange> {
  const rows = await tx.queryFor<Row>(sight, selectOfSubject, [after, until, limit, subject])
  return fed(tx, rows, { until, limit })
}

async function fed(
  tx: Transaction,
  rows: readonly Row[],
  { until, limit }: { readonly until: number; readonly limit: number },
): Promise<ReadRange> {
  const last = rows.at(-1)
  if (last === undefined) return { entries: [], reached: until }
  const entries = rows.map(({ body }) => JSON.parse(body) as Entry)
  const codes = await readCodes(tx, [...new Set(entries.map(({ subject }) => subject.id))])
  const isWhole = last.found < limit && last.found === rows.length
  return {
    entries: rows.map(({ position, received_at }, index): FedEntry => {
      const entry = entries[index] as Entry
      return {
        position,
        receivedAt: received_at.toISOString() as Instant,
        entry,
        subjectCode: codes.get(entry.subject.id) ?? '',
      }
    }),
    reached: isWhole ? until : last.position,
  }
}

/** The codes of subjects by id. */
export async function readCodes(
  tx: Transaction,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, string>> {
  const rows = await tx.query<{ id: SubjectId; code: string }>(selectCodes, [subjects])
  return new Map(rows.map(({ id, code }) => [id, code]))
}

/** The statements by which a device follows the feed, for a test that asks how they are run. */
export const feedStatements: readonly Statement[] = [selectFeed, selectOfSubject]
