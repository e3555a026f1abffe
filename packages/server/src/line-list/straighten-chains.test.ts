import type { Entry } from '@sathi/domain'
import { resolveFacts } from '@sathi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anEntry, anEntryId } from '../../../domain/src/journal/builders.ts'
import { straightenChains } from './straighten-chains.ts'

const withStraight = (entries: readonly Entry[]): Entry[] => {
  const straight = straightenChains(entries)
  return entries.map(({ settles: _, ...entry }) => {
    const amends = straight.get(entry.id) ?? entry.amends
    return amends === undefined ? entry : { ...entry, amends }
  })
}

test('LIN-10 chains laid end to end tell the same facts, each amended once at most', () => {
  const journal = fc
    .array(
      fc.record({
        amends: fc.option(fc.nat(25), { freq: 3 }),
        retracts: fc.option(fc.nat(25), { freq: 6 }),
        settles: fc.option(fc.nat(25), { freq: 6 }),
        day: fc.integer({ min: 10, max: 28 }),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((rows) =>
      rows.map(({ amends, retracts, settles, day }, index) =>
        anEntry(index, {
          occurredOn: `2021-02-${day}` as Entry['occurredOn'],
          ...(amends !== null && amends < index ? { amends: anEntryId(amends) } : {}),
          ...(retracts !== null && retracts < index ? { retracts: anEntryId(retracts), open: {} } : {}),
          ...(settles !== null && settles < index ? { settles: [anEntryId(settles)] } : {}),
        }),
      ),
    )
  fc.assert(
    fc.property(journal, (entries) => {
      const straight = withStraight(entries)
      const amended = straight.map(({ amends }) => amends).filter((target) => target !== undefined)
      expect(new Set(amended).size).toBe(amended.length)
      const shown = (list: readonly Entry[]) => resolveFacts(list).map(({ heads: _, ...fact }) => fact)
      expect(shown(straight)).toEqual(shown(entries))
    }),
    { numRuns: 500 },
  )
})

test('a chain of ten thousand amendments with a branch at its end is straightened', () => {
  const long = Array.from({ length: 10_000 }, (_, index) =>
    anEntry(index, index === 0 ? {} : { amends: anEntryId(index - 1) }),
  )
  const branch = anEntry(10_000, { amends: anEntryId(9_998) })
  expect(straightenChains([...long, branch]).get(branch.id)).toBe(anEntryId(9_999))
})
