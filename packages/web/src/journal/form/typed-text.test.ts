import { findPartialDate } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { asCell, dateOfParts, numbersIn, partsOfDate, plainNumber } from './typed-text.ts'

describe('what is typed', () => {
  it('as parts of a date is as much of a date as is known', () => {
    const cell = (year: string, month: string, day: string) =>
      asCell({ type: 'date' }, dateOfParts({ year, month, day }))
    expect(cell('2021', '', '')).toBe('2021')
    expect(cell('২০২১', '৩', '')).toBe('2021-03')
    expect(cell('2021', '3', ' 5')).toBe('2021-03-05')
    expect(findPartialDate(cell('2021', '', '5'))).toBeUndefined()
    expect(cell('', '', '')).toBe('')
    expect(partsOfDate('2021-03')).toEqual({ year: '2021', month: '03', day: '' })
  })

  it('as several numbers may be parted by anything', () => {
    expect(numbersIn('২ 3,1; 0\n2')).toEqual(['২', '3', '1', '0', '2'])
  })
})

it('numbers are written out so that they read back, however small or large', () => {
  for (const value of [0, -3, 12.5, 1e12, 1e-7, 1.25e-9, -4.5e-8, 1.5e22, 5e-324])
    expect(Number(plainNumber(value)), String(value)).toBe(value)
  expect(plainNumber(1.25e-9)).toBe('0.00000000125')
  expect(plainNumber(1.5e22)).toBe('15000000000000000000000')
})
