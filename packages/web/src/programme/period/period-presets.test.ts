import type { PartialDate } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { yearPresets } from './period-presets.ts'
import { readPeriod } from './report-period.ts'

const date = (text: string) => text as PartialDate

describe('the periods to choose from', () => {
  it('are the years that hold records, the latest first', () => {
    const years = yearPresets(date('2019-12-31'), date('2022-01-01')).map(({ year }) => year)
    expect(years).toEqual([2022, 2021, 2020, 2019])
  })

  it('end on the last day of their last month, in leap years too', () => {
    const [year] = yearPresets(date('2020-02-29'), date('2020-02-29'))
    expect(year?.period).toEqual({ from: '2020-01-01', to: '2020-12-31' })
    expect(year?.quarters.map(({ period }) => `${period.from} ${period.to}`)).toEqual([
      '2020-01-01 2020-03-31',
      '2020-04-01 2020-06-30',
      '2020-07-01 2020-09-30',
      '2020-10-01 2020-12-31',
    ])
  })

  it('stay few when the records reach far back', () => {
    expect(yearPresets(date('1950-01-01'), date('2022-01-01'))).toHaveLength(6)
  })
})

describe('the period in an address', () => {
  it('is taken when both are days in the right order', () => {
    expect(readPeriod({ from: '2020-07-01', to: '2021-12-31' })).toEqual({
      from: '2020-07-01',
      to: '2021-12-31',
    })
    expect(readPeriod({ from: '2020-07-01', to: '2020-07-01' })).toEqual({
      from: '2020-07-01',
      to: '2020-07-01',
    })
  })

  it.each([
    { from: '2021-12-31', to: '2020-07-01' },
    { from: '2020-02-30', to: '2020-07-01' },
    { from: '2020-07', to: '2020-08-01' },
    { from: '2020-07-01' },
    { from: 20200701, to: '2021-12-31' },
  ])('is left aside when it makes no sense: $from to $to', (search) => {
    expect(readPeriod(search)).toEqual({})
  })
})
