import { expect, test } from 'vitest'
import { runAs } from '../database/testing/open-test-database.ts'
import { appendEntries } from './append-entries.ts'
import { checkJournal } from './check-journal.ts'
import { refoldWhenChanged } from './refold-when-changed.ts'
import { anOrganisation, ofCase, opening } from './testing/an-organisation.ts'

test('STO-18 sheets that an earlier version folded by other rules are folded anew, and only those', async () => {
  const { database, organisation, app } = await anOrganisation()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [opening(1, 1), ofCase(1, 2)]))
  const asOrganisation = `set app.org_id = '${organisation.orgId}'`
  const told: string[] = []
  const faults = async (): Promise<number> => (await checkJournal(database, organisation)).findingCount

  await runAs(app, asOrganisation, `update app.sheet set body = '{"old":true}'`)
  const wrong = await faults()
  expect(wrong).toBeGreaterThan(0)
  // The rules are those that folded them: nothing is looked at again.
  await refoldWhenChanged(database, (line) => told.push(line))
  expect(await faults()).toBe(wrong)
  expect(told).toEqual([])

  await runAs(app, asOrganisation, `update app.organisation set folds = 'of an earlier version'`)
  await refoldWhenChanged(database, (line) => told.push(line))
  expect(await faults()).toBe(0)
  expect(told).toHaveLength(1)
  await refoldWhenChanged(database, (line) => told.push(line))
  expect(told).toHaveLength(1)
})
