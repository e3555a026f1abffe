import { expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import { appendEntries } from './append-entries.ts'
import { openBulkAppend } from './bulk-append.ts'
import { checkJournal } from './check-journal.ts'
import { type FeedCursor, getFeedEnd, readFeed } from './read-feed.ts'
import { anOrganisation, ofCase } from './testing/an-organisation.ts'

test('STO-4 a reader of the feed skips nothing while many append, some of them slowly', async () => {
  const { database, organisation, openAgain } = await anOrganisation()
  const reader = await openAgain()
  const writers = 8
  const batches = 12
  let writing = true
  const append = async (writer: number): Promise<void> => {
    for (let batch = 0; batch < batches; batch++) {
      const first = (writer * batches + batch) * 3 + 1
      await database.withTransaction(organisation, async (tx) => {
        await appendEntries(
          tx,
          [0, 1, 2].map((n) => ofCase(writer, first + n)),
        )
        // Positions are taken and not yet visible: others must not get ahead in the feed.
        if (batch % 4 === writer % 4) await new Promise((resolve) => setTimeout(resolve, Math.random() * 15))
      })
    }
  }
  const read = async (): Promise<number[]> => {
    const positions: number[] = []
    let cursor: FeedCursor = { epoch: organisation.epoch, position: 0 }
    for (;;) {
      const last = !writing
      const page = await reader.withTransaction(organisation, (tx) => readFeed(tx, cursor, 7))
      if (page.state !== 'page') throw new Error('the feed began anew')
      positions.push(...page.entries.map(({ position }) => position))
      cursor = page.next
      if (last && !page.more) return positions
    }
  }
  const reading = read()
  await Promise.all(Array.from({ length: writers }, (_, writer) => append(writer)))
  writing = false
  const total = writers * batches * 3
  expect(await reading).toEqual(Array.from({ length: total }, (_, index) => index + 1))
})

test('STO-6 appends to one subject at the same time lose no sheet', async () => {
  const { database, organisation } = await anOrganisation()
  await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      database.withTransaction(organisation, (tx) =>
        appendEntries(tx, [ofCase(1, n + 1), ofCase(2 + (n % 3), n + 101)]),
      ),
    ),
  )
  expect(await checkJournal(database, organisation)).toMatchObject({ entries: 60, subjects: 4, findings: [] })
})

test('STO-2 the same batch sent many times at once is stored once', async () => {
  const { database, organisation } = await anOrganisation()
  const batch = [ofCase(1, 1), ofCase(1, 2, { amends: anEntryId(1) }), ofCase(2, 3, { rowId: 'r-3' })]
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () =>
      database.withTransaction(organisation, (tx) => appendEntries(tx, batch)),
    ),
  )
  expect(outcomes.flat().filter(({ state }) => state === 'stored')).toHaveLength(3)
  expect(outcomes.flat().filter(({ state }) => state === 'already-stored')).toHaveLength(27)
})

test('STO-2 an entry sent at once with different bytes is stored once and refused otherwise', async () => {
  const { database, organisation } = await anOrganisation()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 101), ofCase(2, 102)]))
  const outcomes = await Promise.all(
    [1, 2, 1, 2, 1, 2].map((subject) =>
      database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(subject, 1)])),
    ),
  )
  const states = outcomes.flat().map((one) => (one.state === 'refused' ? one.refusal.reason : one.state))
  expect(states.sort()).toEqual([
    'already-stored',
    'already-stored',
    'other-bytes',
    'other-bytes',
    'other-bytes',
    'stored',
  ])
})

test('STO-10 a bulk append and appends at the same time wait for each other', async () => {
  const { database, organisation } = await anOrganisation()
  const single = (n: number): Promise<unknown> =>
    database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(n % 5, n)]))
  const bulk = database.withTransaction(organisation, async (tx) => {
    const append = await openBulkAppend(tx)
    for (let batch = 0; batch < 5; batch++) {
      await append.add(Array.from({ length: 20 }, (_, n) => ofCase(n % 7, 1000 + batch * 20 + n)))
    }
    return append.finish()
  })
  await Promise.all([...Array.from({ length: 15 }, (_, n) => single(n + 1)), bulk, single(16)])
  expect(await bulk).toEqual({ state: 'stored', stored: 100, alreadyStored: 0 })
  expect(await checkJournal(database, organisation)).toMatchObject({ entries: 116, findings: [] })
})

test('STO-5 a cursor of another life of the feed is void', async () => {
  const { database, organisation } = await anOrganisation()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 1)]))
  const stale = { epoch: '00000000-0000-4000-8000-000000000000', position: 1 }
  const [page, end] = await database.withTransaction(organisation, async (tx) => [
    await readFeed(tx, stale, 10),
    await getFeedEnd(tx),
  ])
  expect(page).toEqual({ state: 'other-epoch', epoch: organisation.epoch })
  expect(end).toEqual({ epoch: organisation.epoch, position: 1 })
})
