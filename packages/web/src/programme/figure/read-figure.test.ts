import type { PlainFigure } from '@sathi/reporting/figures'
import { describe, expect, it } from 'vitest'
import { plainFigures, readFigure } from './read-figure.ts'

const share: PlainFigure = {
  shape: 'proportion',
  numerator: 102,
  denominator: 136,
  missing: 10,
  proportion: 0.75,
  low: 0.671,
  high: 0.815,
}

describe('a figure in a table', () => {
  it('shows a share with numerator, denominator, missing and interval', () => {
    expect(readFigure(share)).toMatchObject({
      main: { unit: 'share', value: 0.75 },
      counted: { part: 'numerator', count: 102 },
      outOf: { part: 'denominator', count: 136 },
      missing: { part: 'missing', count: 10 },
      sureness: { kind: 'interval', estimate: { low: 0.671, high: 0.815 } },
    })
  })

  it('shows no percentage of fewer than ten, but still who they are', () => {
    const few = { ...share, numerator: 3, denominator: 9, proportion: null, low: null, high: null }
    expect(readFigure(few)).toMatchObject({
      main: { value: null },
      counted: { count: 3 },
      outOf: { count: 9 },
      sureness: { kind: 'too-few' },
    })
  })

  it('tells of a count of nothing how many there may be by chance', () => {
    expect(readFigure({ shape: 'count', value: 0, high: 3.6889 }).sureness).toEqual({
      kind: 'none-seen',
      high: 3.6889,
    })
    expect(readFigure({ shape: 'count', value: 4, high: null }).sureness).toEqual({ kind: 'counted' })
  })

  it('tells the same of a rate of nothing, and of changes of which none is known', () => {
    const none = { value: 0, low: 0, high: 3.6889 }
    const rates: PlainFigure[] = [
      { shape: 'incidence', ...none, personYears: 70, ratePer100: 0, rateLow: 0, rateHigh: 5.2 },
      { shape: 'identification', ...none, officerMonths: 0, rate: null, rateLow: null, rateHigh: null },
    ]
    for (const rate of rates) {
      expect(readFigure(rate).atMost).toBe(3.6889)
      expect(readFigure({ ...rate, value: 2 } as PlainFigure).atMost).toBeUndefined()
    }
    const { sureness } = readFigure({ shape: 'changes', value: 0, substantiatedIndependently: 0 })
    expect(sureness).toEqual({ kind: 'none-seen', high: expect.closeTo(3.6889, 4) })
  })

  it('shows the rate of identification per hundred officer-months', () => {
    const { sureness, exposure } = readFigure({
      shape: 'identification',
      value: 67,
      low: 51.9,
      high: 85.1,
      officerMonths: 4341,
      rate: 0.0154,
      rateLow: 0.012,
      rateHigh: 0.0196,
    })
    expect(exposure).toEqual({ unit: 'officerMonths', value: 4341 })
    expect(sureness).toMatchObject({ kind: 'interval', estimate: { value: 1.54, low: 1.2 } })
  })

  it('says of an infinite ratio what it is at least', () => {
    const ratio = {
      shape: 'rate_ratio',
      ratio: null,
      low: 24.8,
      high: null,
      trainedOfficerMonths: 1,
      untrainedOfficerMonths: 1,
      trainedOfficerDays: 30,
      untrainedOfficerDays: 30,
    } as const
    expect(readFigure(ratio).sureness).toEqual({ kind: 'at-least', times: 24.8 })
  })

  it('says where there is nothing to compute from', () => {
    const mean = { shape: 'mean', n: 0, missing: 4, mean: null, low: null, high: null } as const
    expect(readFigure(mean)).toMatchObject({ missing: { count: 4 }, sureness: { kind: 'no-data' } })
  })

  it('lists the whole of a grouped figure before its groups', () => {
    const count = { shape: 'count', value: 1, high: null } as const
    const figures = plainFigures({ shape: 'grouped', by: 'audience', whole: count, groups: { bgb: count } })
    expect(figures.map(({ group }) => group)).toEqual([undefined, 'bgb'])
  })
})
