import { describe, expect, it } from 'vitest'
import { builtInMeaning, meaningOf } from './number-format.ts'

describe('TBL-19 a number is a day only where its format shows one', () => {
  it.each([
    ['General', 'number'],
    ['general', 'number'],
    ['0', 'number'],
    ['@', 'number'],
    ['0.00E+00', 'number'],
    ['##0.0E-0', 'number'],
    ['#,##0.00', 'number'],
    ['[Red]0.00', 'number'],
    ['[DBNum1][$-804]General', 'number'],
    ['[$₹-4009] #,##0.00', 'number'],
    ['[>=100]0;[Blue]0.0', 'number'],
    ['"d"0', 'number'],
    ['"days since":0', 'number'],
    ['0\\d', 'number'],
    ['0_d', 'number'],
    ['*d0', 'number'],
    ['0;"m";"y"', 'number'],
    ['0;yyyy', 'number'],
    ['yyyy-mm-dd', 'day'],
    ['yyyy\\-mm\\-dd;@', 'day'],
    ['[$-409]d-mmm-yy;@', 'day'],
    ['dd/mm/yyyy hh:mm', 'day'],
    ['d "de" mmmm "de" yyyy', 'day'],
    ['dddd', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['[$-411]ge.m.d', 'day'],
    ['mmm-yy', 'month'],
    ['yyyy-mm', 'month'],
    ['[$-5000445]mmmm yyyy', 'month'],
    ['mmmm', 'month'],
    ['yyyy', 'year'],
    ['h:mm', 'time'],
    ['h:mm AM/PM', 'time'],
    ['hh:mm:ss', 'time'],
    ['mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'time'],
    ['[mm]:ss', 'time'],
    ['[ss]', 'time'],
  ])('%s is a %s', (format, meaning) => {
    expect(meaningOf(format)).toBe(meaning)
  })

  it('formats known by number alone', () => {
    const meanings = Array.from({ length: 60 }, (_, id) => builtInMeaning(id))
    const idsOf = (meaning: string) => meanings.flatMap((other, id) => (other === meaning ? [id] : []))
    expect(idsOf('month')).toEqual([17])
    expect(idsOf('time')).toEqual([18, 19, 20, 21, 32, 33, 45, 46, 47])
    expect(idsOf('number')).toEqual([
      ...Array(14).keys(),
      23,
      24,
      25,
      26,
      37,
      38,
      39,
      40,
      41,
      42,
      43,
      44,
      48,
      49,
      59,
    ])
  })
})
