import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '../catalogue/index.ts'
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
