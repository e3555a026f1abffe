import {
  type CountedPart,
  type IndicatorId,
  type PlainFigure,
  figureWords as words,
} from '@sathi/reporting/figures'
import { poissonInterval } from '@sathi/reporting/statistics'
import { type IntervalBar, intervalBar, shareBar } from './interval-bar.ts'
import type { Speech } from './speech.ts'

/** A number with what it is a number of. */
export type NumberOf = { readonly number: string; readonly words: string }

/** A figure as one row of a printed table tells it; everything is text in the language of the document. */
export type FigureRow = {
  readonly figure: string
  /** What it is, and never missing beside a zero: how many there may be by chance. */
  readonly notes: readonly string[]
  readonly outOf: readonly NumberOf[]
  readonly missing: NumberOf | null
  readonly bar: IntervalBar | null
  readonly sure: readonly string[]
}

const nothingMore = { notes: [], outOf: [], missing: null, bar: null, sure: [] } as const

/** How an indicator's figure is told. A zero is never told without its upper bound. */
export function figureRow(speech: Speech, indicator: IndicatorId, figure: PlainFigure): FigureRow {
  const { say, formats } = speech
  const { bounds } = formats
  const numberOf = (part: CountedPart, count: number): NumberOf => ({
    number: formats.count(count),
    words: speech.part(indicator, part),
  })
  const missing = (count: number) => numberOf('missing', count)
  const atMost = (high: string) => say(words.atMost, { high })
  const range = (low: string, high: string) => say(words.range, { low, high })

  switch (figure.shape) {
    case 'count': {
      const { value, high } = figure
      const sure = high === null ? say(words.counted) : say(words.noneSeen, { high: formats.decimal(high) })
      return { ...nothingMore, figure: formats.count(value), sure: [sure] }
    }
    case 'proportion': {
      const { numerator, denominator, proportion, low, high } = figure
      const whole = { outOf: [numberOf('denominator', denominator)], missing: missing(figure.missing) }
      const counts = { numerator: formats.count(numerator), denominator: formats.count(denominator) }
      if (proportion === null || low === null || high === null) {
        return {
          ...nothingMore,
          ...whole,
          figure: say(words.ofThese, counts),
          notes: [speech.part(indicator, 'numerator')],
          sure: [say(words.tooFew)],
        }
      }
      const counted = `${counts.numerator} ${speech.part(indicator, 'numerator')}`
      return {
        ...whole,
        figure: formats.share(proportion),
        notes: numerator === 0 ? [counted, atMost(formats.share(high))] : [counted],
        bar: shareBar(proportion, low, high),
        sure: [range(bounds.share(low), bounds.share(high))],
      }
    }
    case 'duration': {
      const { n, median, p90 } = figure
      const known = { ...nothingMore, outOf: [numberOf('counted', n)], missing: missing(figure.missing) }
      if (median === null) return { ...known, figure: '–', sure: [say(words.noData)] }
      const sure =
        typeof p90 === 'number' ? say(words.nineOfTen, { days: formats.decimal(p90) }) : say(words.counted)
      return { ...known, figure: formats.decimal(median), notes: [say(words.days)], sure: [sure] }
    }
    case 'mean': {
      const { n, mean, low, high, normalisedGain } = figure
      const known = { ...nothingMore, outOf: [numberOf('counted', n)], missing: missing(figure.missing) }
      if (mean === null) return { ...known, figure: '–', sure: [say(words.noData)] }
      const gain =
        typeof normalisedGain === 'number'
          ? [say(words.ofTheGainPossible, { share: formats.share(normalisedGain) })]
          : []
      const told = { ...known, figure: formats.change(mean), notes: [say(words.points), ...gain] }
      if (low === null || high === null) return { ...told, sure: [say(words.noData)] }
      return {
        ...told,
        bar: intervalBar(mean, low, high),
        sure: [range(bounds.change(low), bounds.change(high))],
      }
    }
    case 'person_years':
      return {
        ...nothingMore,
        figure: formats.decimal(figure.value),
        notes: [say(words.personYears)],
        outOf: [numberOf('counted', figure.cases)],
        sure: [say(words.counted)],
      }
    case 'incidence':
      return rateRow(speech, figure.value, figure.high, {
        counted: speech.part(indicator, 'counted'),
        exposure: { number: formats.decimal(figure.personYears), words: say(words.personYears) },
        per: say(words.per100Years),
        rate: figure.ratePer100,
        low: figure.rateLow,
        high: figure.rateHigh,
      })
    case 'identification':
      return rateRow(speech, figure.value, figure.high, {
        counted: speech.part(indicator, 'counted'),
        exposure: { number: formats.decimal(figure.officerMonths), words: say(words.officerMonths) },
        per: say(words.per100Months),
        rate: perHundred(figure.rate),
        low: perHundred(figure.rateLow),
        high: perHundred(figure.rateHigh),
      })
    case 'rate_ratio': {
      const { ratio, low, high, trainedOfficerMonths, untrainedOfficerMonths } = figure
      const times = {
        ...nothingMore,
        figure: ratio === null ? '–' : formats.decimal(ratio),
        notes: ratio === null ? [] : [say(words.times)],
        outOf: [
          { number: formats.decimal(trainedOfficerMonths), words: say(words.trainedMonths) },
          { number: formats.decimal(untrainedOfficerMonths), words: say(words.untrainedMonths) },
        ],
      }
      if (low === null) return { ...times, sure: [say(words.noData)] }
      if (high === null) return { ...times, sure: [say(words.atLeast, { times: formats.decimal(low) })] }
      const sure = `${range(bounds.decimal(low), bounds.decimal(high))} ${say(words.times)}`
      return { ...times, bar: intervalBar(ratio, low, high), sure: [sure] }
    }
    case 'changes': {
      const { value, substantiatedIndependently } = figure
      const bound = formats.decimal(poissonInterval(0).high)
      return {
        ...nothingMore,
        figure: formats.count(value),
        notes: [`${formats.count(substantiatedIndependently)} ${speech.part(indicator, 'numerator')}`],
        sure: [value === 0 ? say(words.noneSeen, { high: bound }) : say(words.counted)],
      }
    }
  }
}

type Rate = {
  readonly counted: string
  readonly exposure: NumberOf
  readonly per: string
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

function rateRow({ say, formats }: Speech, events: number, eventsHigh: number, given: Rate): FigureRow {
  const { counted, exposure, per, rate, low, high } = given
  const known = {
    ...nothingMore,
    figure: formats.count(events),
    notes: events === 0 ? [counted, say(words.atMost, { high: formats.decimal(eventsHigh) })] : [counted],
    outOf: [exposure],
  }
  if (rate === null || low === null || high === null) return { ...known, sure: [say(words.noData)] }
  const places = high < 0.1 ? 'fine' : 'decimal'
  const bound = formats.bounds[places]
  return {
    ...known,
    bar: intervalBar(rate, low, high),
    sure: [`${formats[places](rate)} ${per}`, say(words.range, { low: bound(low), high: bound(high) })],
  }
}

function perHundred(rate: number | null): number | null {
  return rate === null ? null : rate * 100
}
