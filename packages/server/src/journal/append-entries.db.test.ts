import { canonicalJson, type Entry, type EntryId, type Instant, type PartialDate } from '@sathi/domain'
import { expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import type { Database } from '../database/index.ts'
import { runAs } from '../database/testing/open-test-database.ts'
import { appendEntries } from './append-entries.ts'
import type { Organisation } from './create-organisation.ts'
import { findSubjects } from './find-subjects.ts'
import { readEntries, readJournal } from './read-journal.ts'
import type { Submission } from './submission.ts'
import {
  aFact,
  anOrganisation,
  anotherOrganisation,
  aSubjectId,
  inWords,
  ofCase,
  opening,
} from './testing/an-organisation.ts'

test('STO-1 an entry is stored byte for byte as it was judged, fields of a later version included', async () => {
  const { database, organisation, owner } = await anOrganisation()
  const entry: Entry = {
    ...ofCase(1, 1).entry,
    version: 7,
    open: { reached: 'survivor', channel: 'home_visit', mood: { later: ['ভালো', 1.5, null] } },
  }
  expect(await append(database, organisation, [{ entry, subjectCode: 'C-1' }])).toEqual(['stored 1'])
  const [row] = await runAs(
    owner,
    'alter table app.entry no force row level security',
    'select body from app.entry',
  )
  expect(row).toEqual({ body: canonicalJson(entry) })
  const [stored] = await database.withTransaction(organisation, (tx) => readJournal(tx, aSubjectId(1)))
  expect(stored?.entry).toEqual(entry)
  expect(stored?.position).toBe(1)
  expect(Math.abs(Date.parse(stored?.receivedAt ?? '') - Date.now())).toBeLessThan(60_000)
})

test('STO-1 what is wrong with an entry is said, and the good ones beside it are stored', async () => {
  const { database, organisation } = await anOrganisation()
  const outcomes = await database.withTransaction(organisation, (tx) =>
    appendEntries(tx, [
      ofCase(1, 1),
      ofCase(1, 2, { kind: 'no_such_kind' }),
      ofCase(1, 3, { open: { channel: 'pigeon', reached: 'survivor' } }),
      ofCase(1, 4, { author: 5 as never }),
      ofCase(1, 5, { recordedAt: '2021-03-05 10:00' as Instant }),
      ofCase(1, 6, { rowId: 'two\nlines' }),
      ofCase(1, 7, { version: 9, open: { channel: 'phone', reached: 'nobody', later: '\ud800' } }),
      ofCase(1, 8, { subject: undefined as never }),
      ofCase(1, 9),
    ]),
  )
  expect(
    outcomes.map((outcome) => (outcome.state === 'refused' ? outcome.refusal : outcome.position)),
  ).toEqual([
    1,
    { reason: 'unknown-kind' },
    faultIn('channel'),
    faultIn('author'),
    faultIn('recorded_at'),
    faultIn('row_id'),
    faultIn('open'),
    faultIn('subject'),
    2,
  ])
})

test('STO-2 storing again is harmless: the same bytes are there already, other bytes are refused', async () => {
  const { database, organisation } = await anOrganisation()
  const batch = [ofCase(1, 1), ofCase(1, 2)]
  await append(database, organisation, batch)
  const changed = ofCase(1, 2, { open: { channel: 'phone', reached: 'nobody' } })
  expect(await append(database, organisation, [...batch, changed, ofCase(1, 3), ofCase(1, 3)])).toEqual([
    'already-stored 1',
    'already-stored 2',
    'other-bytes',
    'stored 3',
    'already-stored 3',
  ])
  expect(await append(database, organisation, [ofCase(1, 4), ofCase(1, 4, { author: 'cw-02' })])).toEqual([
    'stored 4',
    'other-bytes',
  ])
  expect(await journalOf(database, organisation, 1)).toHaveLength(4)
})

test('STO-2 a second entry of the same row of a line list is refused', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [ofCase(1, 1, { rowId: 'r-1' })])
  const outcomes = await append(database, organisation, [
    ofCase(1, 2, { rowId: 'r-1' }),
    ofCase(2, 3, { rowId: 'r-2' }),
    ofCase(2, 4, { rowId: 'r-2' }),
    { entry: { ...opening(1, 5).entry, rowId: 'r-1' } },
  ])
  expect(outcomes).toEqual(['row-taken', 'stored 2', 'row-taken', 'stored 3'])
})

test('STO-3 what an entry refers to is stored or comes with it, whatever the order', async () => {
  const { database, organisation } = await anOrganisation()
  const amendment = ofCase(1, 2, { amends: anEntryId(1) })
  const settling = ofCase(1, 4, { amends: anEntryId(2), settles: [anEntryId(3)] })
  expect(await append(database, organisation, [amendment])).toEqual(['unknown-target'])
  expect(
    await append(database, organisation, [
      settling,
      ofCase(1, 3, { amends: anEntryId(1) }),
      amendment,
      ofCase(1, 1),
    ]),
  ).toEqual(['stored 1', 'stored 2', 'stored 3', 'stored 4'])
  expect(
    await append(database, organisation, [retraction(5, anEntryId(4)), retraction(6, anEntryId(99))]),
  ).toEqual(['stored 5', 'unknown-target'])
})

test('STO-3 what an entry refers to is of its own subject and kind', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [ofCase(1, 1), ofCase(2, 2), opening(1, 3)])
  const outcomes = await append(database, organisation, [
    ofCase(1, 11, { amends: anEntryId(2) }),
    ofCase(1, 12, { amends: anEntryId(3) }),
    ofCase(1, 13, { amends: anEntryId(1), settles: [anEntryId(2)] }),
    ofCase(2, 14),
    ofCase(1, 15, { amends: anEntryId(14) }),
    opening(2, 16),
    ofCase(2, 17, { amends: anEntryId(16) }),
  ])
  expect(outcomes).toEqual([
    'other-subject',
    'other-kind',
    'other-subject',
    'stored 4',
    'other-subject',
    'stored 5',
    'other-kind',
  ])
})

test('STO-3 an entry that refers to a refused one, or in a circle, is refused', async () => {
  const { database, organisation } = await anOrganisation()
  const outcomes = await append(database, organisation, [
    ofCase(1, 1, { amends: anEntryId(2) }),
    ofCase(1, 2, { amends: anEntryId(3) }),
    ofCase(1, 3, { amends: anEntryId(50) }),
    ofCase(1, 4, { amends: anEntryId(5) }),
    ofCase(1, 5, { amends: anEntryId(4) }),
    ofCase(1, 6, { amends: anEntryId(5) }),
    ofCase(1, 7, { amends: anEntryId(7) }),
    ofCase(1, 8),
  ])
  expect(outcomes).toEqual([
    'unknown-target',
    'unknown-target',
    'unknown-target',
    'loop',
    'loop',
    'loop',
    'loop',
    'stored 1',
  ])
})

test("STO-15 a subject's code stands beside its journal, comes with an entry and is the subject's alone", async () => {
  const { database, organisation } = await anOrganisation()
  const nameless = { entry: ofCase(1, 1).entry }
  expect(await append(database, organisation, [nameless])).toEqual(['unknown-subject'])
  expect(await append(database, organisation, [nameless, ofCase(1, 2)])).toEqual(['stored 1', 'stored 2'])
  expect(await append(database, organisation, [{ entry: ofCase(1, 3).entry }])).toEqual(['stored 3'])
  const outcomes = await append(database, organisation, [
    { entry: ofCase(2, 11).entry, subjectCode: 'C-1' },
    { entry: ofCase(1, 12).entry, subjectCode: 'C-9' },
    { entry: ofCase(3, 13).entry, subjectCode: 'C-3' },
    { entry: ofCase(4, 14).entry, subjectCode: 'C-3' },
    { entry: ofCase(5, 15, { open: {} }).entry, subjectCode: 'C-5' },
  ])
  expect(outcomes).toEqual([
    'subject-code-taken',
    'other-subject-code',
    'stored 4',
    'subject-code-taken',
    'faults',
  ])
  expect(await append(database, organisation, [{ entry: ofCase(6, 16).entry, subjectCode: 'C-5' }])).toEqual([
    'stored 5',
  ])
  const subjects = await database.withTransaction(organisation, (tx) =>
    findSubjects(tx, [aSubjectId(1), aSubjectId(2), aSubjectId(6)]),
  )
  expect([...subjects.values()].map(({ type, code }) => [type, code]).sort()).toEqual([
    ['case', 'C-1'],
    ['case', 'C-5'],
  ])
})

test('STO-15 a subject keeps its type', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [ofCase(1, 1)])
  const open = { agency: 'bgb' }
  const post = aFact('post', 1, 2, { kind: 'post_registered', open })
  expect(await append(database, organisation, [{ entry: post }])).toEqual(['other-subject-type'])
})

test('STO-4 positions run from 1 without a gap in each organisation', async () => {
  const store = await anOrganisation()
  const { database, organisation } = store
  const other = await anotherOrganisation(store)
  expect(await append(database, organisation, [ofCase(1, 1), ofCase(1, 2)])).toEqual(['stored 1', 'stored 2'])
  expect(await append(database, other, [ofCase(1, 1)])).toEqual(['stored 1'])
  await expect(
    database.withTransaction(organisation, async (tx) => {
      await appendEntries(tx, [ofCase(1, 3)])
      throw new Error('the lights went out')
    }),
  ).rejects.toThrow('the lights went out')
  expect(await append(database, organisation, [ofCase(1, 4)])).toEqual(['stored 3'])
  const twice = await database.withTransaction(organisation, async (tx) => [
    ...(await appendEntries(tx, [ofCase(1, 5)])),
    ...(await appendEntries(tx, [ofCase(1, 5), ofCase(1, 6, { amends: anEntryId(5) })])),
  ])
  expect(inWords(twice)).toEqual(['stored 4', 'already-stored 4', 'stored 5'])
})

test('an empty batch, and one of nothing but refusals, store nothing', async () => {
  const { database, organisation } = await anOrganisation()
  expect(await append(database, organisation, [])).toEqual([])
  expect(await append(database, organisation, [ofCase(1, 1, { kind: 'no_such_kind' })])).toEqual([
    'unknown-kind',
  ])
  expect(await append(database, organisation, [ofCase(1, 2)])).toEqual(['stored 1'])
})

test('entries are found by their ids, in order of arrival', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [ofCase(1, 3), ofCase(2, 1), ofCase(1, 2)])
  const found = await database.withTransaction(organisation, (tx) =>
    readEntries(tx, [1, 2, 3, 4].map(anEntryId)),
  )
  expect(found.map(({ entry }) => entry.id)).toEqual([3, 1, 2].map(anEntryId))
})

function retraction(number: number, retracts: EntryId): Submission {
  return ofCase(1, number, { retracts, open: {}, occurredOn: '2021-04-01' as PartialDate })
}

function faultIn(field: string): object {
  return { reason: 'faults', faults: [expect.objectContaining({ field })] }
}

async function append(
  database: Database,
  organisation: Organisation,
  submissions: readonly Submission[],
): Promise<string[]> {
  return inWords(await database.withTransaction(organisation, (tx) => appendEntries(tx, submissions)))
}

async function journalOf(
  database: Database,
  organisation: Organisation,
  caseNumber: number,
): Promise<unknown[]> {
  return database.withTransaction(organisation, (tx) => readJournal(tx, aSubjectId(caseNumber)))
}
