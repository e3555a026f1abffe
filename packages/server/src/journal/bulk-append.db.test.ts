import type { EntryId } from '@sathi/domain'
import { expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import type { Database } from '../database/index.ts'
import { appendEntries } from './append-entries.ts'
import { type BulkOutcome, openBulkAppend } from './bulk-append.ts'
import { checkJournal } from './check-journal.ts'
import type { Organisation } from './create-organisation.ts'
import { readSheetBook } from './read-sheets.ts'
import type { Submission } from './submission.ts'
import { anOrganisation, aSubjectId, ofCase, opening } from './testing/an-organisation.ts'

test('STO-10 batches may refer to each other in any order, and all sheets are folded at the end', async () => {
  const { database, organisation } = await anOrganisation()
  const outcome = await inBulk(database, organisation, [
    [ofCase(1, 2, { amends: anEntryId(1) }), { entry: ofCase(1, 3).entry }],
    [opening(2, 4), ofCase(1, 1)],
    [ofCase(1, 5, { retracts: anEntryId(3), open: {} }), ofCase(1, 5, { retracts: anEntryId(3), open: {} })],
  ])
  expect(outcome).toEqual({ state: 'stored', stored: 5, alreadyStored: 1 })
  expect(await checkJournal(database, organisation)).toMatchObject({ entries: 5, subjects: 2, findings: [] })
  const book = await database.withTransaction(organisation, readSheetBook)
  expect([book.aftercare.size, book.cases.size]).toEqual([1, 1])
})

test('STO-10 it goes on where the journal ends, and bringing it all again changes nothing', async () => {
  const { database, organisation } = await anOrganisation()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 1), opening(3, 2)]))
  const list = [[ofCase(1, 11, { amends: anEntryId(1) })], [ofCase(2, 12), ofCase(1, 13)]]
  expect(await inBulk(database, organisation, list)).toEqual({ state: 'stored', stored: 3, alreadyStored: 0 })
  expect(await inBulk(database, organisation, list)).toEqual({ state: 'stored', stored: 0, alreadyStored: 3 })
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(2, 21)]))
  expect(await checkJournal(database, organisation)).toMatchObject({ entries: 6, subjects: 3, findings: [] })
})

test.each<[string, Submission[][], { id: EntryId; reason: string }]>([
  [
    'a bad entry',
    [[ofCase(1, 1)], [ofCase(1, 2, { kind: 'no_such_kind' })]],
    { id: anEntryId(2), reason: 'unknown-kind' },
  ],
  [
    'other bytes',
    [[ofCase(1, 1)], [ofCase(1, 1, { author: 'cw-9' })]],
    { id: anEntryId(1), reason: 'other-bytes' },
  ],
  [
    'a code that is taken',
    [[ofCase(1, 1)], [{ ...ofCase(2, 2), subjectCode: 'C-1' }]],
    { id: anEntryId(2), reason: 'subject-code-taken' },
  ],
  [
    'a row that is taken',
    [[ofCase(1, 1, { rowId: 'r' })], [ofCase(1, 2, { rowId: 'r' })]],
    { id: anEntryId(2), reason: 'row-taken' },
  ],
  [
    'a target that never comes',
    [[ofCase(1, 1, { amends: anEntryId(9) })], [ofCase(1, 2)]],
    { id: anEntryId(1), reason: 'unknown-target' },
  ],
  [
    'a target of another subject',
    [[ofCase(1, 1, { amends: anEntryId(2) })], [ofCase(2, 2)]],
    { id: anEntryId(1), reason: 'other-subject' },
  ],
  [
    'a target of another kind',
    [[ofCase(1, 1, { amends: anEntryId(2) })], [opening(1, 2)]],
    { id: anEntryId(1), reason: 'other-kind' },
  ],
])('STO-10 %s makes the whole bulk append end with nothing stored', async (_, batches, { id, reason }) => {
  const { database, organisation } = await anOrganisation()
  expect(await inBulk(database, organisation, batches)).toEqual({
    state: 'refused',
    refusals: [{ id, refusal: expect.objectContaining({ reason }) }],
    refusalCount: 1,
  })
  expect(await checkJournal(database, organisation)).toMatchObject({
    entries: 0,
    subjects: 0,
    findings: [],
  })
})

test('STO-10 a circle of amendments over several batches is found', async () => {
  const { database, organisation } = await anOrganisation()
  const outcome = await inBulk(database, organisation, [
    [ofCase(1, 1, { amends: anEntryId(3) })],
    [ofCase(1, 2, { amends: anEntryId(1) }), ofCase(1, 4)],
    [ofCase(1, 3, { amends: anEntryId(2) })],
  ])
  expect(outcome).toMatchObject({ state: 'refused', refusalCount: 3 })
  if (outcome.state === 'refused') {
    expect(new Set(outcome.refusals.map(({ id, refusal }) => `${id} ${refusal.reason}`))).toEqual(
      new Set([1, 2, 3].map((number) => `${anEntryId(number)} loop`)),
    )
  }
})

test('STO-10 nothing of a bulk append is seen before its transaction ends', async () => {
  const { database, organisation, openAgain } = await anOrganisation()
  const other = await openAgain()
  await database.withTransaction(organisation, async (tx) => {
    const bulk = await openBulkAppend(tx)
    await bulk.add([opening(1, 1)])
    await bulk.finish()
    const book = await other.withTransaction(organisation, readSheetBook)
    expect(book.cases.size).toBe(0)
  })
  const book = await other.withTransaction(organisation, readSheetBook)
  expect([...book.cases.keys()]).toEqual([aSubjectId(1)])
})

async function inBulk(
  database: Database,
  organisation: Organisation,
  batches: readonly Submission[][],
): Promise<BulkOutcome> {
  return database.withTransaction(organisation, async (tx) => {
    const bulk = await openBulkAppend(tx)
    for (const batch of batches) await bulk.add(batch)
    return bulk.finish()
  })
}
