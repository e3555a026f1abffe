import { type Actor, type Database, statement } from '../packages/server/src/database/index.ts'
import { appendEntries, createOrganisation, type Submission } from '../packages/server/src/journal/index.ts'
import { type Figures, median, secondsOf } from './figure.ts'
import { openDemo, readSubmissions } from './open-store.ts'

/** As many as a device may push at once. */
const batchSize = 500
const rounds = 5

const plainInsert = statement(
  'bench_plain_insert',
  `insert into app.entry
     (org_id, id, position, subject_id, kind, amends, retracts, row_id, received_at, hash, body)
   select $1, id, position, subject_id, kind, amends, retracts, row_id, received_at, hash, body
     from json_populate_recordset(null::app.entry, $2)`,
)

const readRows = statement(
  'bench_read_rows',
  'select to_json(entry)::text as row from app.entry where org_id = $1 order by position',
)

/**
 * Entries per second through the store, with everything that it does, against the same rows by one plain insert a batch,
 * in turns on one database. Each batch holds what a device brings: many entries of a few cases.
 */
export async function measureAppend(folder: string): Promise<Figures> {
  const { deployment, actor } = await openDemo(folder)
  const { database } = deployment
  try {
    const submissions = bySubject(await readSubmissions(database, actor))
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round++) {
      const own = await createOrganisation(database, { name: `Store ${round}`, synthetic: true })
      const plain = await createOrganisation(database, { name: `Plain ${round}`, synthetic: true })
      const throughStore = await secondsOf(() => append(database, own, submissions))
      const rows = await rowsOf(database, own)
      const plainly = await secondsOf(() => insert(database, plain, rows))
      ratios.push(plainly / throughStore)
      rates.push(submissions.length / throughStore)
    }
    return {
      append_ratio: { value: median(ratios), unit: 'ratio', aim: 'at least 0.5 of one plain insert a batch' },
      append_per_s: { value: median(rates), unit: 'entries/s', aim: 'none; for reading the ratio' },
    }
  } finally {
    await deployment.close()
  }
}

/** Subject after subject; within one, amendments come after what they amend. */
function bySubject(submissions: readonly Submission[]): Submission[] {
  const depth = depths(submissions)
  return [...submissions].sort((left, right) => {
    if (left.entry.subject.id !== right.entry.subject.id)
      return left.entry.subject.id < right.entry.subject.id ? -1 : 1
    return (depth.get(left.entry.id) ?? 0) - (depth.get(right.entry.id) ?? 0)
  })
}

function depths(submissions: readonly Submission[]): Map<string, number> {
  const byId = new Map(submissions.map(({ entry }) => [entry.id, entry]))
  const depthOf = (entry: Submission['entry']): number => {
    const target = byId.get(entry.amends ?? entry.retracts ?? entry.id)
    return target === undefined || target.id === entry.id ? 0 : 1 + depthOf(target)
  }
  return new Map(submissions.map(({ entry }) => [entry.id, depthOf(entry)]))
}

async function append(database: Database, actor: Actor, submissions: readonly Submission[]): Promise<void> {
  for (let from = 0; from < submissions.length; from += batchSize) {
    const batch = submissions.slice(from, from + batchSize)
    const outcomes = await database.withTransaction(actor, (tx) => appendEntries(tx, batch))
    const refused = batch.filter((_, index) => outcomes[index]?.state === 'refused')
    if (refused.length > 0) throw new Error(`${refused.length} entries refused`)
  }
}

async function rowsOf(database: Database, actor: Actor): Promise<string[]> {
  const rows = await database.withSnapshot(actor, (tx) => tx.query<{ row: string }>(readRows, [tx.orgId]))
  return rows.map(({ row }) => row)
}

async function insert(database: Database, actor: Actor, rows: readonly string[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = `[${rows.slice(from, from + batchSize).join(',')}]`
    await database.withTransaction(actor, (tx) => tx.query(plainInsert, [actor.orgId, batch]))
  }
}
