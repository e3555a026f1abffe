import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { niceTop, ticksTo } from './series-scale.ts'

describe('the scale of a chart', () => {
  it('ends at a round number not below the highest value, and not far above it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
        const top = niceTop(value)
        expect(top).toBeGreaterThanOrEqual(value * (1 - 1e-9))
        expect(top).toBeLessThanOrEqual(value * 2.5)
      }),
    )
  })

  it('has a scale even where there is nothing to show', () => {
    expect(niceTop(0)).toBe(1)
    expect(ticksTo(0, 1)).toEqual([0, 0.25, 0.5, 0.75, 1])
  })

  it('has few ticks, and zero among them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 0 }),
        fc.integer({ min: 1, max: 1000 }),
        (lowest, highest) => {
          const ticks = ticksTo(lowest, highest)
          expect(ticks).toContain(0)
          expect(ticks.length).toBeLessThanOrEqual(6)
        },
      ),
    )
  })
})
