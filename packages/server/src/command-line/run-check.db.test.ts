import { expect, test } from 'vitest'
import type { Deployment } from '../deployment/index.ts'
import { appendEntries } from '../journal/index.ts'
import { anOrganisation, ofCase, opening } from '../journal/testing/an-organisation.ts'
import { tamper } from '../journal/testing/tamper.ts'
import type { Output } from './output.ts'
import { runCheck } from './run-check.ts'

async function aCheck() {
  const store = await anOrganisation()
  const { database, organisation } = store
  const append = (...submissions: Parameters<typeof appendEntries>[1]) =>
    database.withTransaction(organisation, (tx) => appendEntries(tx, submissions))
  const check = async (at?: number) => {
    const lines: string[] = []
    const output: Output = {
      line: (text) => lines.push(text),
      progress: () => undefined,
      endProgress: () => undefined,
      reason: () => undefined,
      finish: async () => undefined,
    }
    const { ok } = await runCheck({ database } as Deployment, { at }, output)
    return { ok, lines }
  }
  return { ...store, append, check }
}

test('a check says that all is well, and a fingerprint that can be compared later', async () => {
  const { append, check } = await aCheck()
  expect(await check()).toEqual({
    ok: true,
    lines: ['0 entries of 0 subjects checked.', 'There is nothing stored yet.'],
  })
  await append(opening(1, 1), ofCase(1, 2))
  const first = await check()
  expect(first).toEqual({
    ok: true,
    lines: [
      '2 entries of 1 subjects checked.',
      expect.stringMatching(/^Position 2, fingerprint [0-9a-f]{8}(?: [0-9a-f]{8}){7}$/),
      expect.stringMatching(/^All is well/),
    ],
  })
  await append(ofCase(2, 3))
  expect((await check()).lines[1]).toMatch(/^Position 3,/)
  expect((await check(2)).lines[1]).toBe(first.lines[1])
  expect(await check(4)).toMatchObject({ ok: false })
})

// What is printed must be a finding: never "nothing stored", never a fault of the program.
test.each([
  ['organisation', 'organisation missing'],
  ['org_feed', 'feed missing'],
  ['subject', 'codes differ'],
  ['entry', 'positions missing'],
  ['sheet', 'sheet missing'],
])('a check of a store whose rows of %s are gone finds it', async (table, words) => {
  const { append, check, ...store } = await aCheck()
  await append(opening(1, 1), ofCase(1, 2))
  await tamper(store, `delete from app.${table}`)
  const { ok, lines } = await check()
  expect(ok).toBe(false)
  expect(lines.some((line) => line.startsWith(words))).toBe(true)
  expect(lines.some((line) => line.includes('fingerprint'))).toBe(false)
})
