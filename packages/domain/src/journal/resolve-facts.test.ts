import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEntry, anEntryId } from './builders.ts'
import type { PartialDate } from './calendar.ts'
import type { Entry, EntryId, Instant } from './entry.ts'
import { resolveFacts } from './resolve-facts.ts'

const ids = (entries: readonly Entry[]): EntryId[] => resolveFacts(entries).map((fact) => fact.id)
const retraction = (number: number, target: number, about: Partial<Entry> = {}): Entry =>
  anEntry(number, { retracts: anEntryId(target), open: {}, ...about })

describe('facts', () => {
  test('JRN-3 only the last amendment of a chain counts', () => {
    const chain = [anEntry(1), anEntry(2, { amends: anEntryId(1) }), anEntry(3, { amends: anEntryId(2) })]
    expect(ids(chain)).toEqual([anEntryId(3)])
  })

  test.each([1, 2, 3])(
    'JRN-4 retracting entry %i of a chain of three takes the whole fact back',
    (target) => {
      const chain = [anEntry(1), anEntry(2, { amends: anEntryId(1) }), anEntry(3, { amends: anEntryId(2) })]
      expect(ids([...chain, retraction(4, target)])).toEqual([])
    },
  )

  test('JRN-5 a retraction that is amended retracts what its last amendment says', () => {
    const entries = [anEntry(1), anEntry(2), retraction(3, 1), retraction(4, 2, { amends: anEntryId(3) })]
    expect(ids(entries)).toEqual([anEntryId(1)])
  })

  test('JRN-5 a retraction amended into a plain entry retracts nothing any more', () => {
    const entries = [anEntry(1), retraction(2, 1), anEntry(3, { amends: anEntryId(2) })]
    expect(ids(entries)).toEqual([anEntryId(1), anEntryId(3)])
  })

  test('JRN-6 a retraction that is itself retracted still takes its target back', () => {
    expect(ids([anEntry(1), retraction(2, 1), retraction(3, 2)])).toEqual([])
  })

  test('JRN-7 of two amendments made apart the later is shown and both are kept', () => {
    const later = '2021-04-01T00:00:00.000Z' as Instant
    const apart = [
      anEntry(1),
      anEntry(2, { amends: anEntryId(1), recordedAt: later }),
      anEntry(3, { amends: anEntryId(1) }),
    ]
    expect(resolveFacts(apart)).toMatchObject([{ id: anEntryId(2), heads: [anEntryId(2), anEntryId(3)] }])
  })

  test('JRN-7 a further amendment that names both heads settles them', () => {
    const settled = [
      anEntry(1),
      anEntry(2, { amends: anEntryId(1) }),
      anEntry(3, { amends: anEntryId(1) }),
      anEntry(4, { amends: anEntryId(2), settles: [anEntryId(3)] }),
    ]
    expect(resolveFacts(settled)).toMatchObject([{ id: anEntryId(4), heads: [anEntryId(4)] }])
  })

  test('JRN-9 on one day the greater row id, compared as text, is the later', () => {
    const sameDay = [anEntry(1, { rowId: 'FU-9' }), anEntry(2, { rowId: 'FU-10' })]
    expect(resolveFacts(sameDay).map((fact) => fact.rowId)).toEqual(['FU-10', 'FU-9'])
  })

  test('JRN-10 a year counts as its first day and stands before a later day of that year', () => {
    const entries = [
      anEntry(1, { occurredOn: '2021-01-02' as PartialDate }),
      anEntry(2, { occurredOn: '2021' as PartialDate }),
    ]
    expect(ids(entries)).toEqual([anEntryId(2), anEntryId(1)])
  })

  test('an amendment whose entry has not arrived yet is shown, and a loop in a damaged journal does not hang', () => {
    expect(ids([anEntry(2, { amends: anEntryId(1) })])).toEqual([anEntryId(2)])
    const loop = [anEntry(1, { amends: anEntryId(2) }), anEntry(2, { amends: anEntryId(1) })]
    expect(ids(loop).length).toBeLessThanOrEqual(2)
  })

  test('JRN-8 any order of arrival, and any entry arriving twice, tells the same facts', () => {
    const journal = fc
      .array(
        fc.record({
          amends: fc.option(fc.nat(30)),
          retracts: fc.option(fc.nat(30), { freq: 5 }),
          day: fc.integer({ min: 1, max: 28 }),
          row: fc.nat(40),
        }),
        { minLength: 1, maxLength: 30 },
      )
      .map((rows) =>
        rows.map(({ amends, retracts, day, row }, index) =>
          anEntry(index, {
            occurredOn: `2021-02-${String(day).padStart(2, '0')}` as PartialDate,
            rowId: `R-${row}-${index}`,
            ...(amends !== null && amends < index ? { amends: anEntryId(amends) } : {}),
            ...(retracts !== null && retracts < index ? { retracts: anEntryId(retracts), open: {} } : {}),
          }),
        ),
      )
    fc.assert(
      fc.property(
        journal.chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.shuffledSubarray(entries, { minLength: entries.length }),
            fc.subarray(entries),
          ),
        ),
        ([entries, shuffled, again]) => {
          expect(resolveFacts([...shuffled, ...again])).toEqual(resolveFacts(entries))
        },
      ),
      { numRuns: 500 },
    )
  })
})
