import type { PlainFigure } from '@sathi/reporting/figures'
import { describe, expect, it } from 'vitest'
import { breakdownRows, scaleEnd } from './breakdown-rows.ts'

const count = (value: number): PlainFigure => ({ shape: 'count', value, high: null })

describe('the rows of a breakdown', () => {
  it('stand from many to few, those not recorded last', () => {
    const rows = breakdownRows('gender', {
      not_recorded: count(90),
      Masculine: count(3),
      Feminine: count(139),
    })
    expect(rows.map(({ value }) => value)).toEqual(['Feminine', 'Masculine', 'not_recorded'])
    expect(scaleEnd(rows)).toBe(139)
  })

  it('keep the order of ages', () => {
    const rows = breakdownRows('age_band', { '35+': count(9), not_recorded: count(1), '12-14': count(2) })
    expect(rows.map(({ value }) => value)).toEqual(['12-14', '35+', 'not_recorded'])
  })

  it('show shares on the whole scale', () => {
    const share = { shape: 'proportion', numerator: 1, denominator: 10, missing: 0 } as const
    const rows = breakdownRows('gender', { Feminine: { ...share, proportion: 0.1, low: 0.01, high: 0.4 } })
    expect(scaleEnd(rows)).toBe(1)
  })
})
