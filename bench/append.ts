import {
  type Actor,
  type Database,
  type Statement,
  statement,
  type Transaction,
} from '../packages/server/src/database/index.ts'
import { appendEntries, createOrganisation, type Submission } from '../packages/server/src/journal/index.ts'
import { type Figures, median, secondsOf } from './figure.ts'
import { openDemo, readSubmissions } from './open-store.ts'

/** As many as a device may push at once. */
const batchSize = 500
const rounds = 5

const columns = [
  'org_id',
  'id',
  'position',
  'subject_id',
  'kind',
  'amends',
  'retracts',
  'row_id',
  'received_at',
  'hash',
  'body',
] as const

/** The plainest way to store a batch: one insert with a list of values. */
const valuesInserts = new Map<number, Statement>()

/** The fastest one: one insert of a JSON array. */
const jsonInsert = statement(
  'bench_json_insert',
  `insert into app.entry (${columns.join(', ')})
   select $1, ${columns.slice(1).join(', ')} from json_populate_recordset(null::app.entry, $2)`,
)

const readRows = statement(
  'bench_read_rows',
  `select ${columns.join(', ')}, to_json(entry)::text as json from app.entry where org_id = $1 order by position`,
)

type Row = Readonly<Record<(typeof columns)[number] | 'json', unknown>>

/**
 * Entries per second through the store, with everything that it does, against the same rows by one plain insert a batch,
 * in turns on one database. Each batch holds what a device brings: many entries of a few cases.
 */
export async function measureAppend(folder: string): Promise<Figures> {
  const { deployment, actor } = await openDemo(folder)
  const { database } = deployment
  try {
    const submissions = bySubject(await readSubmissions(database, actor))
    const mixed = inOrder(submissions, ({ entry }) => entry.id)
    const ratios: number[] = []
    const jsonRatios: number[] = []
    const mixedRatios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round++) {
      const fresh = (): Promise<Actor> =>
        createOrganisation(database, { name: `Round ${round}`, synthetic: true })
      const own = await fresh()
      const seconds = await secondsOf(() => append(database, own, submissions))
      const rows = await rowsOf(database, own)
      const byValues = await fresh()
      const plainly = await secondsOf(() => insert(database, byValues, rows, insertValues))
      const byJson = await fresh()
      ratios.push(plainly / seconds)
      jsonRatios.push((await secondsOf(() => insert(database, byJson, rows, insertJson))) / seconds)
      const scattered = await fresh()
      mixedRatios.push(plainly / (await secondsOf(() => append(database, scattered, mixed))))
      rates.push(submissions.length / seconds)
    }
    return {
      append_ratio: {
        value: median(ratios),
        unit: 'ratio',
        aim: 'at least 0.5 of one insert of values a batch',
      },
      append_json_ratio: {
        value: median(jsonRatios),
        unit: 'ratio',
        aim: 'none; of one insert of a JSON array a batch',
      },
      append_mixed_ratio: {
        value: median(mixedRatios),
        unit: 'ratio',
        aim: 'none; every batch touches hundreds of cases',
      },
      append_per_s: { value: median(rates), unit: 'entries/s', aim: 'none; for reading the ratios' },
    }
  } finally {
    await deployment.close()
  }
}

/** Subject after subject. */
function bySubject(submissions: readonly Submission[]): Submission[] {
  const chains = inOrder(submissions, () => '')
  return chains.toSorted((left, right) =>
    left.entry.subject.id < right.entry.subject.id
      ? -1
      : left.entry.subject.id > right.entry.subject.id
        ? 1
        : 0,
  )
}

/** In the order of the text, with amendments and retractions after what they are about. */
function inOrder(submissions: readonly Submission[], text: (submission: Submission) => string): Submission[] {
  const depth = depths(submissions)
  const depthOf = ({ entry }: Submission): number => depth.get(entry.id) ?? 0
  return submissions.toSorted(
    (left, right) =>
      depthOf(left) - depthOf(right) || (text(left) < text(right) ? -1 : text(left) > text(right) ? 1 : 0),
  )
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

async function rowsOf(database: Database, actor: Actor): Promise<Row[]> {
  return database.withSnapshot(actor, (tx) => tx.query<Row>(readRows, [tx.orgId]))
}

async function insert(
  database: Database,
  actor: Actor,
  rows: readonly Row[],
  insertBatch: (tx: Transaction, batch: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize)
    await database.withTransaction(actor, (tx) => insertBatch(tx, batch))
  }
}

function insertValues(tx: Transaction, batch: readonly Row[]): Promise<unknown> {
  const values = batch.flatMap((row) => [tx.orgId, ...columns.slice(1).map((column) => row[column])])
  return tx.query(valuesInsert(batch.length), values)
}

function valuesInsert(rows: number): Statement {
  const known = valuesInserts.get(rows)
  if (known !== undefined) return known
  const list = Array.from({ length: rows }, (_, row) => {
    const places = columns.map((_column, column) => `$${row * columns.length + column + 1}`)
    return `(${places.join(', ')})`
  })
  const text = `insert into app.entry (${columns.join(', ')}) values ${list.join(', ')}`
  const made = statement(`bench_values_insert_${rows}`, text)
  valuesInserts.set(rows, made)
  return made
}

function insertJson(tx: Transaction, batch: readonly Row[]): Promise<unknown> {
  return tx.query(jsonInsert, [tx.orgId, `[${batch.map(({ json }) => json).join(',')}]`])
}
