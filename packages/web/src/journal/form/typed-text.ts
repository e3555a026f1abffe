import { type FieldShape, withLatinDigits } from '@sathi/domain/journal'

/** The parts of a date as they stand in its three controls. Empty parts are not known. */
export type DateParts = { readonly year: string; readonly month: string; readonly day: string }

/** A draft holds a date as its typed parts, year first, in whatever digits. */
export function partsOfDate(text: string): DateParts {
  const [year = '', month = '', day = ''] = text.split('-')
  return { year, month, day }
}

export function dateOfParts({ year, month, day }: DateParts): string {
  const parts = [year, month, day].map((part) => part.replaceAll(/[-\s]/g, ''))
  while (parts.at(-1) === '') parts.pop()
  return parts.join('-')
}

/** What was typed, as a cell of a line list would have it: the form that domain reads. Blank text stays blank. */
export function asCell(shape: FieldShape, typed: string): string {
  switch (shape.type) {
    case 'date':
    case 'month':
      return asDate(typed)
    case 'number':
      return withoutGrouping(withLatinDigits(typed.trim()))
    case 'word':
      return asCodeWord(typed)
    case 'text':
    case 'pseudonym':
      return typed.trim() === '' ? '' : typed
    default:
      return typed.trim()
  }
}

function asDate(typed: string): string {
  const { year, month, day } = partsOfDate(withLatinDigits(dateOfParts(partsOfDate(typed))))
  if (month === '' && day === '') return year
  return day === '' ? `${year}-${month.padStart(2, '0')}` : [year, month, day].map(twoDigits).join('-')
}

function twoDigits(part: string): string {
  return part.padStart(2, '0')
}

// In thousands, or in lakh and crore. Anything else with a comma may be meant as a decimal and is not guessed at.
const grouped = /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.\d+)?$/

function withoutGrouping(text: string): string {
  return grouped.test(text) ? text.replaceAll(',', '') : text
}

/** Words as people type them, as a code word: small letters joined by underscores. */
function asCodeWord(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

/** Several numbers in one control, separated by anything but what is part of a number. */
export function numbersIn(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((part) => part !== '')
}

/** A number written out, without an exponent, so that it reads back. */
export function plainNumber(value: number): string {
  const text = String(value)
  const [digits = '', exponent] = text.split('e')
  if (exponent === undefined) return text
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? []
  const point = whole.length + Number(exponent)
  const all = `${whole}${fraction}`
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return `${sign}${all.slice(0, point).padEnd(point, '0')}${all.length > point ? `.${all.slice(point)}` : ''}`
}
