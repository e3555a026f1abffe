import { hash } from 'node:crypto'
import type { EntryId, Instant, MemberId } from '@sathi/domain'
import type { Actor, Quarantined, Submission } from '@sathi/sync'
import { statement, type Transaction } from '../database/index.ts'

const storeQuarantined = statement(
  'store_quarantined',
  `insert into app.quarantine
     (org_id, entry_id, body_hash, body, subject_id, submission, why, member_id, device_id, received_at, state)
   select (select app.org_id()), q.entry_id, q.body_hash, q.body, q.subject_id, q.submission, q.why, $7, $8, q.received_at, 'waiting'
   from unnest($1::uuid[], $2::bytea[], $3::text[], $4::uuid[], $5::jsonb[], $6::text[], $9::timestamptz[])
     as q (entry_id, body_hash, body, subject_id, submission, why, received_at)
   on conflict do nothing`,
)
const selectBodies = statement(
  'find_quarantined',
  'select entry_id, body from app.quarantine where org_id = (select app.org_id()) and entry_id = any($1::uuid[])',
)
const columns = `q.entry_id, q.body_hash, q.body, q.submission, q.why, q.received_at, q.state, q.member_id,
  (select m.code from app.member as m where m.org_id = (select app.org_id()) and m.id = q.member_id) as author,
  (select s.code from app.subject as s where s.org_id = (select app.org_id()) and s.id = q.subject_id) as code`
const selectWaiting = statement(
  'list_quarantined',
  `select ${columns} from app.quarantine as q where q.org_id = (select app.org_id()) and q.state = 'waiting'
   order by q.received_at, q.entry_id, q.body_hash limit $1`,
)
const holdOne = statement(
  'hold_quarantined',
  `select ${columns} from app.quarantine as q where q.org_id = (select app.org_id()) and q.entry_id = $1 and q.body_hash = $2
   for update of q`,
)
const putSettled = statement(
  'put_quarantine_settled',
  `update app.quarantine set state = $3, reason = $4, settled_by = $5, settled_at = $6
   where org_id = (select app.org_id()) and entry_id = $1 and body_hash = $2`,
)

/** What came with an entry that was kept aside. */
type Beside = Omit<Submission, 'entry'>

/** An entry that is kept for a person, as it is stored. `digest` tells it from others of the same id. */
export type KeptAside = {
  readonly id: EntryId
  readonly digest: Buffer
  readonly submission: Submission
  readonly why: Quarantined['why']
  readonly receivedAt: Date
  readonly state: 'waiting' | 'taken' | 'set-aside'
  readonly member: MemberId
  /** The user code of who pushed it. */
  readonly author: string
  /** The code of its subject, where that is stored. */
  readonly code: string | null
}

type Row = {
  readonly entry_id: EntryId
  readonly body_hash: Buffer
  readonly body: string
  readonly submission: Beside
  readonly why: Quarantined['why']
  readonly received_at: Date
  readonly state: KeptAside['state']
  readonly member_id: MemberId
  readonly author: string | null
  readonly code: string | null
}

/** Keeps each once, however often it comes. */
export async function insertQuarantined(
  tx: Transaction,
  { member, device }: Actor,
  kept: readonly Quarantined[],
): Promise<void> {
  await tx.query(storeQuarantined, [
    kept.map(({ submission }) => submission.entry.id),
    kept.map(({ body }) => hash('sha256', body, 'buffer')),
    kept.map(({ body }) => body),
    kept.map(({ submission }) => submission.entry.subject.id),
    kept.map(({ submission: { entry: _, ...beside } }) => JSON.stringify(beside)),
    kept.map(({ why }) => why),
    member,
    device,
    kept.map(({ receivedAt }) => new Date(receivedAt)),
  ])
}

export async function findQuarantined(
  tx: Transaction,
  ids: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, readonly string[]>> {
  const found = new Map<EntryId, string[]>()
  for (const { entry_id, body } of await tx.query<Pick<Row, 'entry_id' | 'body'>>(selectBodies, [ids])) {
    found.set(entry_id, [...(found.get(entry_id) ?? []), body])
  }
  return found
}

/** What waits for a person, oldest first. */
export async function listQuarantined(tx: Transaction, limit: number): Promise<KeptAside[]> {
  return (await tx.query<Row>(selectWaiting, [limit])).map(asKept)
}

/** One of them, held until the transaction ends. */
export async function holdQuarantined(
  tx: Transaction,
  id: EntryId,
  digest: Buffer,
): Promise<KeptAside | undefined> {
  return (await tx.query<Row>(holdOne, [id, digest])).map(asKept)[0]
}

export async function putQuarantineSettled(
  tx: Transaction,
  { id, digest }: Pick<KeptAside, 'id' | 'digest'>,
  settled: {
    readonly state: 'taken' | 'set-aside'
    readonly reason: string | null
    readonly by: MemberId
    readonly at: Instant
  },
): Promise<void> {
  const { state, reason, by, at } = settled
  await tx.query(putSettled, [id, digest, state, reason, by, new Date(at)])
}

function asKept(row: Row): KeptAside {
  return {
    id: row.entry_id,
    digest: row.body_hash,
    submission: { ...row.submission, entry: JSON.parse(row.body) },
    why: row.why,
    receivedAt: row.received_at,
    state: row.state,
    member: row.member_id,
    author: row.author ?? '',
    code: row.code,
  }
}
