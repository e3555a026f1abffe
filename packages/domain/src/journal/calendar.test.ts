import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type DayNumber, dayNumberOf, dayOfNumber, findPartialDate, getDay } from './calendar.ts'

test('a leap day is a day only in a leap year', () => {
  expect(findPartialDate('2020-02-29')).toBe('2020-02-29')
  expect(findPartialDate('1900-02-29')).toBeUndefined()
  expect(findPartialDate('2000-02-29')).toBe('2000-02-29')
})

test('day numbers agree with known days and run on without a gap', () => {
  expect(dayNumberOf(getDay('1970-01-01'))).toBe(0)
  expect(dayNumberOf(getDay('2000-03-01'))).toBe(11_017)
  expect(addDays(getDay('2021-12-31'), 1)).toBe('2022-01-01')
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 84_000 }), (dayNumber) => {
      expect(dayNumberOf(dayOfNumber(dayNumber as DayNumber))).toBe(dayNumber)
      expect(dayOfNumber((dayNumber + 1) as DayNumber) > dayOfNumber(dayNumber as DayNumber)).toBe(true)
    }),
  )
})
