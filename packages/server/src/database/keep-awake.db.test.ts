import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Actor, OrgId } from './actor.ts'
import { keepAwake } from './keep-awake.ts'
import { openTestDatabase, runAs } from './testing/open-test-database.ts'
import type { Transaction } from './transaction.ts'

const actor: Actor = { orgId: '00000000-0000-4000-8000-000000000001' as OrgId }

test('work that goes long without a statement keeps its transaction', async () => {
  const { owner, openAgain } = await openTestDatabase()
  await runAs(owner, `alter database ${owner.database} set idle_in_transaction_session_timeout = '400ms'`)
  const database = await openAgain()
  const runsOf = async (think: (tx: Transaction) => Promise<unknown>): Promise<number> => {
    let runs = 0
    await database.withTransaction(actor, async (tx) => {
      runs += 1
      if (runs === 1) await think(tx)
      await tx.tables.selectFrom('entry').select('id').execute()
    })
    return runs
  }
  expect(await runsOf((tx) => keepAwake(tx, () => pause(1_200)))).toBe(1)
  expect(await runsOf(() => pause(1_200))).toBe(2)
})
