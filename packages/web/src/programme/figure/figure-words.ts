import {
  type CountedPart,
  figureWords,
  type IndicatorId,
  indicatorWords,
  partWords,
} from '@sathi/reporting/figures'
import type { Formats, Speech, Words } from '../../language/index.ts'
import type { Unit } from './reading.ts'

const wordsOfUnit: Readonly<Record<Unit, Words | undefined>> = {
  count: undefined,
  share: undefined,
  days: figureWords.days,
  points: figureWords.points,
  personYears: figureWords.personYears,
  per100Years: figureWords.per100Years,
  per100Months: figureWords.per100Months,
  times: figureWords.times,
}

/** A number of a figure without its unit, in the digits of the language. */
export function numberWords(formats: Formats, unit: Unit, value: number): string {
  switch (unit) {
    case 'count':
      return formats.decimal(value, Number.isInteger(value) ? 0 : 1)
    case 'share':
      return formats.share(value)
    case 'points':
      return formats.change(value)
    case 'per100Years':
    case 'per100Months':
      return formats.decimal(value, value !== 0 && Math.abs(value) < 0.1 ? 3 : 1)
    default:
      return formats.decimal(value, 1)
  }
}

/** What the number is a number of; empty where the words around it say so. */
export function unitWords({ word }: Speech, unit: Unit): string {
  const words = wordsOfUnit[unit]
  return words === undefined ? '' : word(words)
}

/** From low to high with the unit once. */
export function rangeWords(speech: Speech, unit: Unit, low: number, high: number): string {
  const range = bareRangeWords(speech, unit, low, high)
  const words = unitWords(speech, unit)
  return words === '' ? range : `${range} ${words}`
}

/** The same where the unit stands beside it already. */
export function bareRangeWords({ word, formats }: Speech, unit: Unit, low: number, high: number): string {
  return word(figureWords.range, {
    low: numberWords(formats, unit, low),
    high: numberWords(formats, unit, high),
  })
}

/** What a part of an indicator's figure counts. */
export function wordsOfPart({ word }: Speech, indicator: IndicatorId, part: CountedPart): string {
  return word(indicatorWords[indicator].parts[part] ?? partWords[part])
}
