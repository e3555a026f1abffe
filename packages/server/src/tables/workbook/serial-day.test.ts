import { describe, expect, it } from 'vitest'
import { isoDay, serialDay } from './serial-day.ts'

describe('TBL-19 a day kept as a number', () => {
  // Day numbers as Excel shows them; 1 and 59-61 surround the day that never was.
  it.each([
    [1, '1900-01-01'],
    [31, '1900-01-31'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [36_526, '2000-01-01'],
    [43_890, '2020-02-29'],
    [44_197, '2021-01-01'],
    [2_958_465, '9999-12-31'],
    [44_196.999_999_999, '2021-01-01'],
  ])('day %d counted from 1900 is %s', (serial, day) => {
    expect(serialDay(serial, 'day', false)).toBe(day)
  })

  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [42_735, '2021-01-01'],
    [2_957_003, '9999-12-31'],
  ])('day %d counted from 1904 is %s', (serial, day) => {
    expect(serialDay(serial, 'day', true)).toBe(day)
  })

  it('as much of it is given as its format shows', () => {
    expect(serialDay(44_270, 'month', false)).toBe('2021-03')
    expect(serialDay(44_270, 'year', false)).toBe('2021')
  })

  it.each([
    [60, 'day', false, 'not-a-day'],
    [0, 'day', false, 'not-a-day'],
    [-1, 'day', false, 'not-a-day'],
    [-1, 'day', true, 'not-a-day'],
    [2_958_466, 'day', false, 'not-a-day'],
    [1e300, 'day', false, 'not-a-day'],
    [44_197.5, 'day', false, 'time-in-day'],
    [44_197.000_012, 'month', false, 'time-in-day'],
    [0.5, 'time', false, 'not-a-day'],
  ] as const)('number %d shown as a %s is refused', (serial, meaning, from1904, code) => {
    expect(serialDay(serial, meaning, from1904)).toMatchObject({ code })
  })

  it('a day kept as text is a day, without its midnight', () => {
    expect(isoDay('2021-03-05')).toBe('2021-03-05')
    expect(isoDay('2021-03-05T00:00:00')).toBe('2021-03-05')
    expect(isoDay('2021-03-05T00:00:00.000Z')).toBe('2021-03-05')
    expect(isoDay('2021-03-05T10:00:00')).toMatchObject({ code: 'time-in-day' })
    for (const wrong of ['2021-02-29', '2021-13-01', '2021-3-5', 'soon', '']) {
      expect(isoDay(wrong)).toMatchObject({ code: 'not-a-day' })
    }
  })
})
