import type { PlainFigure } from '@sathi/reporting/figures'
import type { MeasureName } from '../words/workbook-words.ts'

/** One number of a figure with what belongs to it. Null where the figure has no such number, or withholds it. */
export type Measure = {
  readonly name: MeasureName
  /** How the value and its bounds are shown: a whole number, a decimal one, or a share of 0 to 1 as a percentage. */
  readonly form: 'whole' | 'decimal' | 'share'
  readonly numerator: number | null
  readonly denominator: number | null
  readonly missing: number | null
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

const nothingMore = { numerator: null, denominator: null, missing: null, low: null, high: null } as const

/** Every number of a figure, the main one first. Rates are per hundred, as on the page. */
export function figureMeasures(figure: PlainFigure): Measure[] {
  switch (figure.shape) {
    case 'count':
      return [{ ...nothingMore, name: 'count', form: 'whole', value: figure.value, high: figure.high }]
    case 'proportion': {
      const { numerator, denominator, missing, proportion, low, high } = figure
      return [{ name: 'share', form: 'share', numerator, denominator, missing, value: proportion, low, high }]
    }
    case 'duration': {
      const known = {
        ...nothingMore,
        form: 'decimal',
        denominator: figure.n,
        missing: figure.missing,
      } as const
      const median = { ...known, name: 'median_days', value: figure.median } as const
      if (figure.p90 === undefined) return [median]
      return [median, { ...known, name: 'ninetieth_days', value: figure.p90 }]
    }
    case 'mean': {
      const { n, missing, mean, low, high, normalisedGain, normalisedGainN } = figure
      const change = {
        ...nothingMore,
        form: 'decimal',
        denominator: n,
        missing,
        value: mean,
        low,
        high,
      } as const
      if (normalisedGain === undefined) return [{ ...change, name: 'mean_change' }]
      const gain = { form: 'share', denominator: normalisedGainN ?? null, value: normalisedGain } as const
      return [
        { ...change, name: 'mean_change' },
        { ...nothingMore, ...gain, name: 'mean_gain' },
      ]
    }
    case 'person_years': {
      const known = { ...nothingMore, denominator: figure.cases }
      return [
        { ...known, name: 'person_years', form: 'decimal', value: figure.value },
        { ...known, name: 'person_days', form: 'whole', value: figure.days },
      ]
    }
    case 'incidence': {
      const { value, low, high, personYears, ratePer100, rateLow, rateHigh } = figure
      const rate = { value: ratePer100, low: rateLow, high: rateHigh }
      return eventsWithRate({ value, low, high }, personYears, 'per_100_years', rate)
    }
    case 'identification': {
      const { value, low, high, officerMonths, rate, rateLow, rateHigh } = figure
      return eventsWithRate({ value, low, high }, officerMonths, 'per_100_months', {
        value: perHundred(rate),
        low: perHundred(rateLow),
        high: perHundred(rateHigh),
      })
    }
    case 'rate_ratio': {
      const { ratio, low, high } = figure
      const time = (name: MeasureName, form: Measure['form'], value: number) => {
        return { ...nothingMore, name, form, value }
      }
      return [
        { ...nothingMore, name: 'ratio', form: 'decimal', value: ratio, low, high },
        time('trained_months', 'decimal', figure.trainedOfficerMonths),
        time('untrained_months', 'decimal', figure.untrainedOfficerMonths),
        time('trained_days', 'whole', figure.trainedOfficerDays),
        time('untrained_days', 'whole', figure.untrainedOfficerDays),
      ]
    }
    case 'changes': {
      const { value, substantiatedIndependently } = figure
      const known = { ...nothingMore, form: 'whole' } as const
      return [
        { ...known, name: 'changes', value },
        { ...known, name: 'borne_out', denominator: value, value: substantiatedIndependently },
      ]
    }
  }
}

type Estimate = Pick<Measure, 'value' | 'low' | 'high'>

function eventsWithRate(events: Estimate, exposure: number, per: MeasureName, rate: Estimate): Measure[] {
  const known = { numerator: null, denominator: exposure, missing: null }
  return [
    { ...known, ...events, name: 'events', form: 'whole' },
    { ...known, ...rate, name: per, form: 'decimal', numerator: events.value },
  ]
}

function perHundred(rate: number | null): number | null {
  return rate === null ? null : rate * 100
}
