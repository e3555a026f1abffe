import { betaQuantile, type ShareAndRest } from './beta-quantile.ts'
import { requireCount } from './require-count.ts'

/** Events and the time over which they were counted, of the group looked at (1) and the one it is compared with (0). */
export type RatesCompared = { events1: number; exposure1: number; events0: number; exposure0: number }

/** How many times as high rate 1 is as rate 0; null where the ratio or bound is infinite or undefined. */
export type RateRatio = { ratio: number | null; low: number | null; high: number | null }

/**
 * The ratio of two rates with its exact conditional 95 % interval: given the sum of the events, those of group 1 are
 * binomial, so the Clopper-Pearson bounds p of their share give the bounds p / (1 - p) · exposure0 / exposure1.
 * Without any event, or without exposure in one of the groups, there is nothing to compare and all is null. Counts that
 * are no counts, and exposures that are negative or infinite: RangeError.
 *
 * Source: Przyborowski and Wilenski 1940, "Homogeneity of results in testing samples from Poisson series", Biometrika
 * 31: 313-323; the interval of `poisson.test` in R.
 */
export function rateRatioInterval({ events1, exposure1, events0, exposure0 }: RatesCompared): RateRatio {
  requireCount(events1, 'events1')
  requireCount(events0, 'events0')
  for (const exposure of [exposure1, exposure0]) {
    if (!(exposure >= 0 && exposure < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`an exposure must be 0 or more and finite, found ${exposure}`)
    }
  }
  if (exposure1 === 0 || exposure0 === 0 || events1 + events0 === 0) {
    return { ratio: null, low: null, high: null }
  }
  const perOdds = exposure0 / exposure1
  return {
    ratio: events0 === 0 ? null : (events1 / events0) * perOdds,
    low: events1 === 0 ? 0 : odds(betaQuantile(0.025, events1, events0 + 1)) * perOdds,
    high: events0 === 0 ? null : odds(betaQuantile(0.975, events1 + 1, events0)) * perOdds,
  }
}

function odds({ share, rest }: ShareAndRest): number {
  return share / rest
}
