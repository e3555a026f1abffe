import type { Figure, GroupedFigure, PlainFigure } from '@sathi/reporting/figures'
import { poissonInterval } from '@sathi/reporting/statistics'
import type { Estimate, Reading, Sureness, Unit } from './reading.ts'

const nothingMore = {
  counted: undefined,
  atMost: undefined,
  outOf: undefined,
  exposure: undefined,
  missing: undefined,
  alongside: undefined,
} as const

export function readFigure(figure: PlainFigure): Reading {
  switch (figure.shape) {
    case 'count':
      return {
        ...nothingMore,
        main: exact('count', figure.value),
        counted: { part: 'counted', count: figure.value },
        sureness:
          figure.value === 0 && figure.high !== null
            ? { kind: 'none-seen', high: figure.high }
            : { kind: 'counted' },
      }
    case 'proportion': {
      const main = { unit: 'share', value: figure.proportion, low: figure.low, high: figure.high } as const
      return {
        ...nothingMore,
        main,
        counted: { part: 'numerator', count: figure.numerator },
        outOf: { part: 'denominator', count: figure.denominator },
        missing: { part: 'missing', count: figure.missing },
        sureness: figure.proportion === null ? { kind: 'too-few' } : { kind: 'interval', estimate: main },
      }
    }
    case 'duration':
      return {
        ...nothingMore,
        main: exact('days', figure.median),
        outOf: { part: 'counted', count: figure.n },
        missing: { part: 'missing', count: figure.missing },
        sureness:
          typeof figure.p90 === 'number' ? { kind: 'nine-of-ten', days: figure.p90 } : countedOr(figure.n),
      }
    case 'mean': {
      const main = { unit: 'points', value: figure.mean, low: figure.low, high: figure.high } as const
      return {
        ...nothingMore,
        main,
        outOf: { part: 'counted', count: figure.n },
        missing: { part: 'missing', count: figure.missing },
        sureness: figure.low === null ? { kind: 'no-data' } : { kind: 'interval', estimate: main },
      }
    }
    case 'person_years':
      return {
        ...nothingMore,
        main: exact('personYears', figure.value),
        outOf: { part: 'counted', count: figure.cases },
        sureness: { kind: 'counted' },
      }
    case 'incidence':
      return {
        ...nothingMore,
        main: exact('count', figure.value),
        counted: { part: 'counted', count: figure.value },
        atMost: figure.value === 0 ? figure.high : undefined,
        exposure: { unit: 'personYears', value: figure.personYears },
        sureness: rateOr('per100Years', figure.ratePer100, figure.rateLow, figure.rateHigh, 1),
      }
    case 'identification':
      return {
        ...nothingMore,
        main: exact('count', figure.value),
        counted: { part: 'counted', count: figure.value },
        atMost: figure.value === 0 ? figure.high : undefined,
        exposure: { unit: 'officerMonths', value: figure.officerMonths },
        sureness: rateOr('per100Months', figure.rate, figure.rateLow, figure.rateHigh, 100),
      }
    case 'rate_ratio': {
      const main = { unit: 'times', value: figure.ratio, low: figure.low, high: figure.high } as const
      return { ...nothingMore, main, sureness: surenessOfRatio(main) }
    }
    case 'changes':
      return {
        ...nothingMore,
        main: exact('count', figure.value),
        counted: { part: 'counted', count: figure.value },
        alongside: { part: 'numerator', count: figure.substantiatedIndependently },
        sureness:
          figure.value === 0 ? { kind: 'none-seen', high: poissonInterval(0).high } : { kind: 'counted' },
      }
  }
}

function exact(unit: Unit, value: number | null): Estimate {
  return { unit, value, low: null, high: null }
}

function countedOr(n: number): Sureness {
  return n === 0 ? { kind: 'no-data' } : { kind: 'counted' }
}

function rateOr(
  unit: Unit,
  value: number | null,
  low: number | null,
  high: number | null,
  factor: number,
): Sureness {
  if (value === null || low === null || high === null) return { kind: 'no-data' }
  return {
    kind: 'interval',
    estimate: { unit, value: value * factor, low: low * factor, high: high * factor },
  }
}

function surenessOfRatio(estimate: Estimate): Sureness {
  if (estimate.low === null) return { kind: 'no-data' }
  if (estimate.high === null) return { kind: 'at-least', times: estimate.low }
  return { kind: 'interval', estimate }
}

/** A figure's plain ones: itself, or the whole and then each group of a grouped one. */
export function plainFigures(figure: Figure): { group: string | undefined; figure: PlainFigure }[] {
  if (figure.shape !== 'grouped') return [{ group: undefined, figure }]
  return [
    ...wholeOf(figure),
    ...Object.entries(figure.groups).map(([group, plain]) => ({ group, figure: plain })),
  ]
}

function wholeOf({ whole }: GroupedFigure): { group: undefined; figure: PlainFigure }[] {
  return whole === null ? [] : [{ group: undefined, figure: whole }]
}
