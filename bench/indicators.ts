import { randomUUID } from 'node:crypto'
import type { Entry, EntryId, PartialDate, SubjectId } from '@sathi/domain'
import { getDay } from '@sathi/domain'
import { computeReport } from '@sathi/reporting/report'
import type { Actor, Database } from '../packages/server/src/database/index.ts'
import {
  appendEntries,
  createOrganisation,
  createSheetCache,
  newSubjectId,
  openBulkAppend,
  type Submission,
} from '../packages/server/src/journal/index.ts'
import { type Figures, median, secondsOf } from './figure.ts'
import { openDemo, readSubmissions } from './open-store.ts'

const copies = 14
const wanted = 1_000_000
const period = { from: getDay('2020-07-01'), to: getDay('2021-12-31') }
const rounds = 5

/** All indicators of a million entries in some eight thousand cases: from cold, and after one new entry. */
export async function measureIndicators(folder: string): Promise<Figures> {
  const { deployment, actor } = await openDemo(folder)
  const { database } = deployment
  try {
    const submissions = await readSubmissions(database, actor)
    const big = await createOrganisation(database, { name: 'A large programme', synthetic: true })
    const { entries, cases, aCase } = await fill(database, big, submissions)
    const cold: number[] = []
    const warm: number[] = []
    for (let round = 0; round < rounds; round++) {
      const cache = createSheetCache(database)
      cold.push(await secondsOf(async () => computeReport((await cache.read(big)).book, period)))
      await append(database, big, aCase, round)
      warm.push(await secondsOf(async () => computeReport((await cache.read(big)).book, period)))
      cache.close()
    }
    return {
      indicators_cold_s: {
        value: median(cold),
        unit: 's',
        aim: `under 2 (${entries} entries, ${cases} cases)`,
      },
      indicators_warm_s: { value: median(warm), unit: 's', aim: 'under 0.3, after one new entry' },
    }
  } finally {
    await deployment.close()
  }
}

/** Copies of the demonstration programme, its cases told at length, up to the number of entries wanted. */
async function fill(
  database: Database,
  actor: Actor,
  submissions: readonly Submission[],
): Promise<{ entries: number; cases: number; aCase: SubjectId }> {
  const retold = submissions.filter(
    ({ entry }) => entry.subject.type === 'case' && entry.kind !== 'case_opened',
  )
  const perCopy = Math.ceil(wanted / copies)
  let entries = 0
  const cases = new Set<SubjectId>()
  await database.withTransaction(actor, async (tx) => {
    const bulk = await openBulkAppend(tx)
    for (let copy = 0; copy < copies; copy++) {
      const subjects = new Map<SubjectId, SubjectId>()
      let left = perCopy
      for (let telling = 0; left > 0; telling++) {
        const told = (telling === 0 ? submissions : retold).slice(0, left)
        const copied = copyOf(told, `${copy}-${telling}`, copy, subjects)
        for (let from = 0; from < copied.length; from += 2_000)
          await bulk.add(copied.slice(from, from + 2_000))
        entries += copied.length
        left -= told.length
      }
      for (const { entry } of submissions) {
        const subject = subjects.get(entry.subject.id)
        if (entry.kind === 'case_opened' && subject !== undefined) cases.add(subject)
      }
    }
    const outcome = await bulk.finish()
    if (outcome.state !== 'stored') throw new Error(`${outcome.refusalCount} entries refused`)
  })
  const [aCase] = cases
  if (aCase === undefined) throw new Error('no case')
  return { entries, cases: cases.size, aCase }
}

function copyOf(
  told: readonly Submission[],
  suffix: string,
  copy: number,
  subjects: Map<SubjectId, SubjectId>,
): Submission[] {
  const ids = new Map<EntryId, EntryId>(told.map(({ entry }) => [entry.id, randomUUID() as EntryId]))
  // What amends something beyond the cut is told as a fact of its own; what takes something back there has nothing to say.
  const sayable = told.filter(({ entry }) => entry.retracts === undefined || ids.has(entry.retracts))
  return sayable.map(({ entry, subjectCode }) => {
    const subject = subjects.get(entry.subject.id) ?? newSubjectId()
    subjects.set(entry.subject.id, subject)
    const { amends, retracts, ...plain } = entry
    const amended = amends === undefined ? undefined : ids.get(amends)
    const retracted = retracts === undefined ? undefined : ids.get(retracts)
    const copied: Entry = {
      ...plain,
      id: ids.get(entry.id) ?? entry.id,
      subject: { ...entry.subject, id: subject },
      rowId: `${entry.rowId}-${suffix}`,
      ...(amended === undefined ? {} : { amends: amended }),
      ...(retracted === undefined ? {} : { retracts: retracted }),
    }
    return { entry: copied, subjectCode: `${subjectCode}-${copy}` }
  })
}

async function append(database: Database, actor: Actor, subject: SubjectId, round: number): Promise<void> {
  const entry: Entry = {
    id: randomUUID() as EntryId,
    subject: { type: 'case', id: subject },
    kind: 'follow_up',
    version: 1,
    occurredOn: `2021-06-0${round + 1}` as PartialDate,
    recordedAt: new Date().toISOString() as Entry['recordedAt'],
    author: 'cw-01',
    device: null,
    open: { channel: 'phone', reached: 'survivor' },
  }
  const [outcome] = await database.withTransaction(actor, (tx) => appendEntries(tx, [{ entry }]))
  if (outcome?.state !== 'stored') throw new Error('the new entry was not stored')
}
