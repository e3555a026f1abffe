import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '../catalogue/index.ts'
import { addDays, type DayNumber, dayNumberOf, dayOfNumber, findPartialDate, getDay } from './calendar.ts'
import { canonicalJson } from './canonical.ts'
import { codeList } from './codes.ts'
import { amount, date, month, number, oneOf, several, wholeNumber, word } from './field.ts'
import { isFieldValue, readField, writeField } from './read-field.ts'

const read = (field: Parameters<typeof readField>[0], text: string): unknown => {
  const reading = readField(field, text)
  return reading.ok ? reading.value : undefined
}

describe('reading a cell', () => {
  test('JRN-12 Bengali and Devanagari digits are read as numbers and dates', () => {
    expect(read(wholeNumber(0, 100), '৪২')).toBe(42)
    expect(read(amount(), '१२.५')).toBe(12.5)
    expect(read(date(), '২০২১-০৩')).toBe('2021-03')
  })

  test.each(['1e3', '1,000', 'NaN', '+5', '0x1f', '', '1.', '--1', 'Infinity'])('%j is no number', (text) => {
    expect(read(number(-1e9, 1e9), text)).toBeUndefined()
  })

  test.each([
    '2021-02-29',
    '2021-13',
    '2021-3-5',
    '21-03-05',
    '05/03/2021',
    '2021-03-05T00:00',
    '1899',
    '2200',
    ' 2021',
  ])('%j is no date', (text) => {
    expect(read(date(), text)).toBeUndefined()
  })

  test('a leap day is a day only in a leap year', () => {
    expect(findPartialDate('2020-02-29')).toBe('2020-02-29')
    expect(findPartialDate('1900-02-29')).toBeUndefined()
    expect(findPartialDate('2000-02-29')).toBe('2000-02-29')
  })

  test('several values stand once each, and an empty one between separators is refused', () => {
    const needs = several(oneOf(codeList('needs', ['cash', 'food'])))
    expect(read(needs, 'cash; food;cash')).toEqual(['cash', 'food'])
    expect(read(needs, 'cash;;food')).toBeUndefined()
    expect(read(several(wholeNumber(0, 5)), '3;3;1')).toEqual([3, 3, 1])
  })

  test('a code word is snake_case and a month is no day', () => {
    expect(read(word(), 'street_food')).toBe('street_food')
    expect(read(word(), 'Street food')).toBeUndefined()
    expect(read(month(), '2021-03-01')).toBeUndefined()
  })

  test('JRN-13 every kind of field reads back what it writes', () => {
    const texts = fc.oneof(
      fc.constantFrom(
        '2021',
        '2021-03',
        '2021-03-05',
        'yes',
        'bgb',
        'BD4041',
        'bn-BD',
        'IN',
        'BDT',
        'a_b',
        'S-0001',
        'Kadam',
      ),
      fc.integer({ min: -5, max: 120 }).map(String),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map(String),
      fc.string({ maxLength: 12 }),
    )
    const fields = Object.values(kinds).flatMap((kind) => Object.values(kind.open))
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.array(texts, { minLength: 1, maxLength: 3 }),
        (field, parts) => {
          const reading = readField(field, field.several ? parts.join(';') : (parts[0] ?? ''))
          if (!reading.ok) return
          expect(isFieldValue(field, reading.value)).toBe(true)
          expect(readField(field, writeField(reading.value))).toEqual(reading)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('the calendar', () => {
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
})

describe('canonical JSON', () => {
  test('the order of members does not matter, and reading gives the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    expect(canonicalJson({ b: 1, a: { d: 2, c: undefined } })).toBe('{"a":{"d":2},"b":1}')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1])(
    'what JSON cannot hold exactly is refused',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow()
    },
  )
})
