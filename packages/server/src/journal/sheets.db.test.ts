import { canonicalJson, foldPart, type PartialDate, partsBySubject, type SubjectRef } from '@sathi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import type { Database } from '../database/index.ts'
import { runAs } from '../database/testing/open-test-database.ts'
import { appendEntries } from './append-entries.ts'
import { openBulkAppend } from './bulk-append.ts'
import type { Organisation } from './create-organisation.ts'
import { getFeedEnd } from './read-feed.ts'
import { readSheetBook, readSheetsSince, type SheetBook } from './read-sheets.ts'
import { refoldSheets } from './refold-sheets.ts'
import { createSheetCache } from './sheet-cache.ts'
import type { Submission } from './submission.ts'
import {
  anOrganisation,
  anotherOrganisation,
  aSubjectId,
  inWords,
  ofCase,
  opening,
} from './testing/an-organisation.ts'

test('STO-6 in whatever order and batches entries arrive, sheets are the fold of the journal', async () => {
  const store = await anOrganisation()
  const day = (n: number): PartialDate => `2021-03-${String(n + 1).padStart(2, '0')}` as PartialDate
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          subject: fc.integer({ min: 1, max: 2 }),
          about: fc.constantFrom('opening', 'visit', 'phone', 'amend', 'retract'),
          day: fc.integer({ min: 0, max: 9 }),
          target: fc.nat(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      fc.infiniteStream(fc.nat()),
      fc.boolean(),
      async (facts, dice, bulk) => {
        const submissions: Submission[] = []
        for (const [index, { subject, about, day: nth, target }] of facts.entries()) {
          const number = index + 1
          const earlier = submissions.filter(
            ({ entry }) => entry.kind === 'follow_up' && entry.subject.id === aSubjectId(subject),
          )
          const aim = earlier[target % Math.max(1, earlier.length)]?.entry.id
          const at = { occurredOn: day(nth) }
          if (about === 'opening') submissions.push(opening(subject, number))
          else if (about === 'retract' && aim)
            submissions.push(ofCase(subject, number, { ...at, retracts: aim, open: {} }))
          else if (about === 'amend' && aim) submissions.push(ofCase(subject, number, { ...at, amends: aim }))
          else
            submissions.push(
              ofCase(subject, number, { ...at, open: { channel: 'phone', reached: 'nobody' } }),
            )
        }
        const organisation = await anotherOrganisation(store)
        const arrivals = inBatches(submissions, () => dice.next().value)
        await (bulk ? appendInBulk : appendPersistently)(store.database, organisation, arrivals)
        const book = await store.database.withTransaction(organisation, readSheetBook)
        expect(flat(book)).toEqual(folded(submissions))
      },
    ),
    { numRuns: 60 },
  )
})

test('STO-6 a sheet that has nothing left to tell is gone', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [ofCase(1, 1)])
  expect((await database.withTransaction(organisation, readSheetBook)).aftercare.size).toBe(1)
  await append(database, organisation, [ofCase(1, 2, { retracts: anEntryId(1), open: {} })])
  expect((await database.withTransaction(organisation, readSheetBook)).aftercare.size).toBe(0)
})

test('STO-7 whoever has read to a position gets only the sheets that changed since', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [opening(1, 1), opening(2, 2), ofCase(1, 3)])
  const { position } = await database.withTransaction(organisation, getFeedEnd)
  await append(database, organisation, [ofCase(2, 4)])
  const later = await database.withTransaction(organisation, getFeedEnd)
  // Says what the first opening said: the sheet stays as it is.
  await append(database, organisation, [
    { entry: { ...opening(1, 5).entry, amends: anEntryId(1), id: anEntryId(1) } },
  ])
  await append(database, organisation, [ofCase(1, 6, { retracts: anEntryId(3), open: {} })])
  const [since, sinceLater] = await database.withTransaction(organisation, async (tx) => [
    await readSheetsSince(tx, position),
    await readSheetsSince(tx, later.position),
  ])
  expect(since.map(({ part, subject }) => [part, subject]).sort()).toEqual([
    ['aftercare', aSubjectId(1)],
    ['aftercare', aSubjectId(2)],
  ])
  expect(sinceLater).toEqual([{ part: 'aftercare', subject: aSubjectId(1), body: undefined }])
})

test('STO-7 a sheet folded anew to the same body keeps its place in the feed', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [
    ofCase(1, 1),
    ofCase(1, 2, { retracts: anEntryId(1), open: {} }),
    ofCase(1, 3),
  ])
  const { position } = await database.withTransaction(organisation, getFeedEnd)
  // A second retraction of what is retracted already changes nothing that the sheet tells.
  await append(database, organisation, [ofCase(1, 4, { retracts: anEntryId(1), open: {} })])
  expect(await database.withTransaction(organisation, (tx) => readSheetsSince(tx, position))).toEqual([])
})

test('STO-6 sheets can be folded anew from the journal alone', async () => {
  const { database, organisation, app } = await anOrganisation()
  await append(database, organisation, [opening(1, 1), opening(2, 2), ofCase(1, 3)])
  const before = flat(await database.withTransaction(organisation, readSheetBook))
  await runAs(app, `set app.org_id = '${organisation.orgId}'`, `update app.sheet set body = '{"old":true}'`)
  expect(flat(await database.withTransaction(organisation, readSheetBook))).not.toEqual(before)
  await database.withTransaction(organisation, refoldSheets)
  expect(flat(await database.withTransaction(organisation, readSheetBook))).toEqual(before)
})

test('STO-16 the cache follows the journal, and what has not changed is the same object', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [opening(1, 1), opening(2, 2), ofCase(1, 3)])
  const cache = createSheetCache(database)
  const first = await cache.read(organisation)
  expect(await cache.read(organisation)).toEqual(first)
  expect((await cache.read(organisation)).book).toBe(first.book)
  await append(database, organisation, [ofCase(2, 4)])
  const [second, same] = await Promise.all([cache.read(organisation), cache.read(organisation)])
  expect(second.position).toBe(4)
  expect(same.book).toBe(second.book)
  expect(second.book.cases).toBe(first.book.cases)
  expect(second.book.aftercare.get(aSubjectId(1))).toBe(first.book.aftercare.get(aSubjectId(1)))
  expect(second.book.aftercare.has(aSubjectId(2))).toBe(true)
  expect(first.book.aftercare.has(aSubjectId(2))).toBe(false)
  expect(flat(second.book)).toEqual(flat(await database.withTransaction(organisation, readSheetBook)))
  cache.close()
})

test('STO-16 the cache lets go of what nobody asks for any more', async () => {
  const { database, organisation } = await anOrganisation()
  await append(database, organisation, [opening(1, 1)])
  const cache = createSheetCache(database, { keptForMs: 20 })
  const first = await cache.read(organisation)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const second = await cache.read(organisation)
  expect(second.book.cases).toEqual(first.book.cases)
  expect(second.book.cases).not.toBe(first.book.cases)
  cache.close()
})

async function append(
  database: Database,
  organisation: Organisation,
  submissions: readonly Submission[],
): Promise<string[]> {
  return inWords(await database.withTransaction(organisation, (tx) => appendEntries(tx, submissions)))
}

/** As a device does: what is refused for want of what it refers to is sent again until nothing changes. */
async function appendPersistently(
  database: Database,
  organisation: Organisation,
  batches: readonly Submission[][],
): Promise<void> {
  let waiting = batches
  for (let round = 0; waiting.length > 0; round++) {
    if (round > 20) throw new Error('some entries are never taken')
    const refused: Submission[][] = []
    for (const batch of waiting) {
      const outcomes = await append(database, organisation, batch)
      const again = batch.filter((_, index) => outcomes[index] === 'unknown-target')
      if (again.length > 0) refused.push(again)
    }
    waiting = refused
  }
}

async function appendInBulk(
  database: Database,
  organisation: Organisation,
  batches: readonly Submission[][],
): Promise<void> {
  await database.withTransaction(organisation, async (tx) => {
    const bulk = await openBulkAppend(tx)
    for (const batch of batches) await bulk.add(batch)
    expect(await bulk.finish()).toMatchObject({ state: 'stored' })
  })
}

function inBatches(submissions: readonly Submission[], roll: () => number): Submission[][] {
  const shuffled = submissions
    .map((submission) => ({ submission, place: roll() }))
    .sort((left, right) => left.place - right.place)
    .map(({ submission }) => submission)
  const batches: Submission[][] = []
  for (let from = 0; from < shuffled.length; ) {
    const size = 1 + (roll() % 4)
    batches.push(shuffled.slice(from, from + size))
    from += size
  }
  return batches
}

function flat(book: SheetBook): string[] {
  return Object.entries(book)
    .flatMap(([part, sheets]) =>
      [...sheets].map(([subject, body]) => `${part} ${subject} ${canonicalJson(body)}`),
    )
    .sort()
}

function folded(submissions: readonly Submission[]): string[] {
  const entries = submissions.map(({ entry }) => entry)
  const subjects = new Map<string, SubjectRef>(entries.map(({ subject }) => [subject.id, subject]))
  return [...subjects.values()]
    .flatMap((subject) =>
      partsBySubject[subject.type].flatMap((part) => {
        const own = entries.filter((entry) => entry.subject.id === subject.id)
        const body = foldPart(part, own, subject)
        return body === undefined ? [] : [`${part.name} ${subject.id} ${canonicalJson(body)}`]
      }),
    )
    .sort()
}
