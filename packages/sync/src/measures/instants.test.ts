import type { Instant } from '@sathi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, later, millisecondsOf } from './instants.ts'

const from = Date.parse('1901-01-01T00:00:00.000Z')
const until = Date.parse('2199-12-31T23:59:59.999Z')

test('an instant and its milliseconds since 1970 are the same moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: from, max: until }), (milliseconds) => {
      const instant = new Date(milliseconds).toISOString() as Instant
      expect(millisecondsOf(instant)).toBe(milliseconds)
      expect(instantOf(milliseconds)).toBe(instant)
    }),
  )
})

test('an instant is moved by milliseconds, over the end of a year and back', () => {
  const eve = '2026-12-31T23:59:59.999Z' as Instant
  expect(later(eve, 1)).toBe('2027-01-01T00:00:00.000Z')
  expect(later(later(eve, 1), -1)).toBe(eve)
})
