import { describe, expect, it } from 'vitest'
import { readFactsSearch } from './facts-search.ts'

describe('the address of the facts behind a figure', () => {
  it('says which part of which figure, of which group and quarter', () => {
    const search = {
      indicator: 'W1',
      part: 'missing',
      dimension: 'age_band',
      value: '0-11',
      quarter: '2020Q3',
      page: 2,
    }
    expect(readFactsSearch(search)).toEqual(search)
  })

  it('falls back to something that exists', () => {
    const search = {
      indicator: 'X9',
      part: 'all',
      dimension: 'name',
      value: 'Rahima',
      quarter: '2020',
      page: -1,
    }
    expect(readFactsSearch(search)).toEqual({ indicator: 'R1', part: 'counted', page: 1 })
  })
})
