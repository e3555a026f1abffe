import { expect, test } from 'vitest'
import { type Actor, explainFault, type OrgId } from '../database/index.ts'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { explainTrouble } from './explain-trouble.ts'

const actor: Actor = { orgId: '00000000-0000-4000-8000-000000000001' as OrgId }
const reason = { kind: 'disk-full', message: 'The disk is full.', remedy: 'Free some space.' }

test('a connection lost while PostgreSQL cannot be started again is told with the reason, a bug is not', async () => {
  const { database } = await openTestDatabase()
  let trouble: typeof reason | undefined = reason
  const explained = explainTrouble(database, () => trouble)
  const faultOf = (error: Error) =>
    explained
      .withTransaction(actor, () => Promise.reject(error))
      .catch((thrown: unknown) => explainFault(thrown))
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const lost = new Error('The connection was lost while committing: whether it is stored is not known.', {
    cause,
  })
  expect(await faultOf(lost)).toBe(reason)
  expect(await faultOf(new TypeError('a bug'))).toBeUndefined()
  trouble = undefined
  expect(await faultOf(lost)).toBeUndefined()
  expect(await explained.withSnapshot(actor, async (tx) => tx.orgId)).toBe(actor.orgId)
})
