import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { answerPush } from '@sathi/sync'
import { type OrgId, openDatabase } from '../../database/index.ts'
import { startPostgres } from '../../postgres/index.ts'
import { aFollowUp, aNewKey, anOpening, aPush, aSubjectId, officeOf, speaker } from './a-peopled-office.ts'

/**
 * A program that pushes without end for one device, for a test that kills it: reads the id of the organisation, one a line,
 * and says `<organisation> <case>` once the push that opens the case, with its key, its read and its entries, is acknowledged.
 */
const [dataDir = ''] = process.argv.slice(2)
const postgres = await startPostgres({ dataDir })
if (!postgres.ok) throw new Error(postgres.refusal.message)
const opened = await openDatabase(postgres.value)
if (!opened.ok) throw new Error(opened.refusal.message)
const database = opened.value

let orgId: OrgId | undefined
let next = 1
createInterface(process.stdin).on('line', (line) => {
  orgId = line as OrgId
  next = 1
})

for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 2))
  if (orgId === undefined) continue
  const to = orgId
  const { ports } = officeOf(database, to)
  const number = next
  next += 1
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString() as never
  const push = aPush(1, {
    submissions: [
      anOpening(1, number, number * 10),
      aFollowUp(1, number, number * 10 + 1),
      aFollowUp(1, number, number * 10 + 2),
    ],
    keys: [aNewKey(number, 'casework', [1])],
    reads: [{ subject: aSubjectId(number), compartment: 'casework', at, offline: true }],
  })
  for (let known = false; !known; ) {
    try {
      const { outcomes } = await answerPush(ports, speaker(1), push)
      if (outcomes.some(({ state }) => state === 'refused')) throw new Error('a good entry was refused')
      known = true
    } catch (error) {
      // What may or may not be stored is sent again, which does no harm.
      if (!(error instanceof Error && error.message.includes('not known'))) throw error
    }
  }
  writeSync(1, `${to} ${number}\n`)
}
