import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, type OrgId, openDatabase } from '../../database/index.ts'
import { startPostgres } from '../../postgres/index.ts'
import { appendEntries, openBulkAppend, type Submission } from '../index.ts'
import { ofCase } from './an-organisation.ts'

/**
 * A program that writes without end, for a test that kills it: reads the id of the organisation to write for, one a line,
 * and says `<organisation> <first entry number> <how many>` once these are acknowledged. Every tenth time it imports.
 */
const [dataDir = ''] = process.argv.slice(2)
const postgres = await startPostgres({ dataDir })
if (!postgres.ok) throw new Error(postgres.refusal.message)
const opened = await openDatabase(postgres.value)
if (!opened.ok) throw new Error(opened.refusal.message)
const database = opened.value

let actor: Actor | undefined
let number = 1
createInterface(process.stdin).on('line', (line) => {
  actor = { orgId: line as OrgId }
  number = 1
})

for (let round = 1; ; round++) {
  await pause(2)
  if (actor === undefined) continue
  const { orgId } = actor
  const imports = round % 10 === 0
  const first = number
  const count = imports ? 120 : 1 + (round % 4)
  number += count
  const batch = Array.from({ length: count }, (_, index) => ofCase((first + index) % 5, first + index))
  await (imports ? untilKnown(() => importAll({ orgId }, batch)) : untilKnown(() => append({ orgId }, batch)))
  // The pipe is written at once: what is said has been acknowledged before.
  writeSync(1, `${orgId} ${first} ${count}\n`)
}

/** What may or may not be stored is sent again, which does no harm. */
async function untilKnown(store: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await store()
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('not known'))) throw error
    }
  }
}

async function append(to: Actor, batch: readonly Submission[]): Promise<void> {
  const outcomes = await database.withTransaction(to, (tx) => appendEntries(tx, batch))
  if (outcomes.some(({ state }) => state === 'refused')) throw new Error('a good entry was refused')
}

async function importAll(to: Actor, batch: readonly Submission[]): Promise<void> {
  const outcome = await database.withTransaction(to, async (tx) => {
    const bulk = await openBulkAppend(tx)
    for (let from = 0; from < batch.length; from += 30) await bulk.add(batch.slice(from, from + 30))
    return bulk.finish()
  })
  if (outcome.state === 'refused') throw new Error('a good list was refused')
}
