import { type CountedPart, type IndicatorId, indicatorWords, partWords } from '@sathi/reporting/figures'
import type { Formats, MessageId, Speech } from '../../language/index.ts'
import type { Unit } from './reading.ts'

const unitMessages: Readonly<Record<Unit, MessageId | undefined>> = {
  count: undefined,
  share: undefined,
  days: 'unit.days',
  points: 'unit.points',
  personYears: 'unit.personYears',
  per100Years: 'unit.per100Years',
  per100Months: 'unit.per100Months',
  times: 'unit.times',
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
export function unitWords({ say }: Speech, unit: Unit): string {
  const message = unitMessages[unit]
  return message === undefined ? '' : say(message)
}

/** From low to high with the unit once. */
export function rangeWords(speech: Speech, unit: Unit, low: number, high: number): string {
  const range = bareRangeWords(speech, unit, low, high)
  const words = unitWords(speech, unit)
  return words === '' ? range : `${range} ${words}`
}

/** The same where the unit stands beside it already. */
export function bareRangeWords({ say, formats }: Speech, unit: Unit, low: number, high: number): string {
  return say('range', { low: numberWords(formats, unit, low), high: numberWords(formats, unit, high) })
}

/** What a part of an indicator's figure counts. */
export function wordsOfPart({ word }: Speech, indicator: IndicatorId, part: CountedPart): string {
  return word(indicatorWords[indicator].parts[part] ?? partWords[part])
}
