import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTestDatabase, runAs } from '../database/testing/open-test-database.ts'
import { type LineListSource, openUploadedLineList } from '../tables/index.ts'
import { importInto } from './import-into.ts'
import { setUpOrganisation } from './store.ts'

const list =
  'row_id,case_code,occurred_on,pathway,gender,is_child\nCO-1,C-0001,2021-02-01,shelter,Feminine,no\n'

test('a list that takes longer to read than PostgreSQL waits is read in one go', async () => {
  const { database, owner, openAgain } = await openTestDatabase()
  await setUpOrganisation(database, { name: 'Nadir Pare', synthetic: false })
  await runAs(owner, `alter database ${owner.database} set idle_in_transaction_session_timeout = '400ms'`)
  const opened = await openUploadedLineList([{ name: 'case_opened.csv', open: () => [Buffer.from(list)] }])
  if (opened.kind === 'refused') throw new Error('the list is faulty')
  let readings = 0
  const slow: LineListSource = {
    ...opened.list,
    async *read(table, onBytes) {
      readings += 1
      if (readings === 1) await pause(1_200)
      yield* opened.list.read(table, onBytes)
    },
  }
  expect(await importInto(await openAgain(), slow, { dryRun: false })).toMatchObject({ stored: 1 })
  // Once to check and once to store.
  expect(readings).toBe(2)
})
