import { expect, it } from 'vitest'
import { disagreements } from './disagreements.ts'
import { hostileLineList } from './hostile-line-list.ts'

/** How many seeds are tried, and from which: HOSTILE_SEEDS=5000 tries as many as one has time for. */
const SEEDS = Number(process.env.HOSTILE_SEEDS ?? 250)
const FIRST = Number(process.env.HOSTILE_FIRST ?? 1)
const BATCH = 50

for (let first = FIRST; first < FIRST + SEEDS; first += BATCH) {
  const last = Math.min(first + BATCH, FIRST + SEEDS) - 1
  it(`every figure, quarter and breakdown of hostile line lists is the oracle's (seeds ${first} to ${last})`, () => {
    for (let seed = first; seed <= last; seed++) {
      expect({ seed, differs: disagreements(hostileLineList(seed)) }).toEqual({ seed, differs: [] })
    }
  })
}
