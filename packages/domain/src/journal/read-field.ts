import { findMonth, findPartialDate } from './calendar.ts'
import { withLatinDigits } from './digits.ts'
import type { FieldShape, OpenField } from './field.ts'

/** What a cell or a form control says: a value, or what would have been accepted instead. */
export type FieldReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly accepted: string }

/** Between several values in one cell. */
const valueSeparator = ';'

/** Longest code, reference or row id, in characters. */
export const longestCode = 100

const wordShape = /^[a-z0-9]+(?:_[a-z0-9]+)*$/
const referenceShape = /^[A-Za-z0-9](?:[A-Za-z0-9._:/#+-]*[A-Za-z0-9])?$/
const languageShape = /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?$/
const numberShape = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/
const codesShown = 40

/**
 * Reads the text of one cell or control as a value of the field. Empty text is never given here: it means not recorded.
 * Dates and numbers may be typed in Bengali or Devanagari digits.
 */
export function readField(field: OpenField, text: string): FieldReading {
  if (!field.several) return readOne(field.shape, text)
  const values: unknown[] = []
  for (const part of text.split(valueSeparator)) {
    const reading = readOne(field.shape, part.trim())
    if (!reading.ok)
      return { ok: false, accepted: `${reading.accepted}; several separated by ${valueSeparator}` }
    // The same code twice in one cell says nothing more than once; measured numbers may well repeat.
    if (field.shape.type === 'number' || !values.includes(reading.value)) values.push(reading.value)
  }
  return { ok: true, value: values }
}

/** Whether a stored value is one that {@link readField} could have given. */
export function isFieldValue(field: OpenField, value: unknown): boolean {
  if (!field.several) return isOneValue(field.shape, value)
  return Array.isArray(value) && value.length > 0 && value.every((one) => isOneValue(field.shape, one))
}

/** Writes a value as the cell that {@link readField} reads back. */
export function writeField(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.map(String).join(valueSeparator) : String(value)
}

/** What a field of this shape accepts, in words for the person who mends a line list. */
export function acceptedBy(shape: FieldShape): string {
  switch (shape.type) {
    case 'code': {
      const { codes } = shape.list
      if (codes.length <= codesShown) return `one of ${codes.join(', ')}`
      return `a code of the list ${shape.list.name}, such as ${codes.slice(0, 3).join(', ')}`
    }
    case 'word':
      return `a code word in small letters, digits and underscores, such as tailoring or street_food, at most ${longestCode} characters`
    case 'reference':
      return `the code of a ${shape.to}: letters, digits and . _ - : / # + without spaces, at most ${longestCode} characters`
    case 'date':
      return 'a date as YYYY-MM-DD, YYYY-MM or YYYY, in the years 1900 to 2199'
    case 'month':
      return 'a month as YYYY-MM'
    case 'number':
      return `a ${shape.whole ? 'whole ' : ''}number from ${shape.min} to ${shape.max}`
    case 'language':
      return 'a language tag such as bn, hi or en'
    case 'pseudonym':
      return 'an invented name of at most 40 letters'
    case 'text':
      return `text of at most ${shape.longest} characters`
  }
}

function readOne(shape: FieldShape, text: string): FieldReading {
  const value = shape.type === 'number' ? numberFrom(text) : datelike(shape) ? withLatinDigits(text) : text
  return isOneValue(shape, value) ? { ok: true, value } : { ok: false, accepted: acceptedBy(shape) }
}

function datelike(shape: FieldShape): boolean {
  return shape.type === 'date' || shape.type === 'month'
}

function numberFrom(text: string): number | undefined {
  const latin = withLatinDigits(text)
  if (!numberShape.test(latin)) return undefined
  const value = Number(latin)
  return Object.is(value, -0) ? 0 : value
}

function isOneValue(shape: FieldShape, value: unknown): boolean {
  if (shape.type === 'number') {
    return (
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= shape.min &&
      value <= shape.max &&
      (!shape.whole || Number.isInteger(value))
    )
  }
  if (typeof value !== 'string') return false
  switch (shape.type) {
    case 'code':
      return shape.list.codes.includes(value)
    case 'word':
      return value.length <= longestCode && wordShape.test(value)
    case 'reference':
      return isReferenceCode(value)
    case 'date':
      return findPartialDate(value) !== undefined
    case 'month':
      return findMonth(value) !== undefined
    case 'language':
      return languageShape.test(value)
    case 'pseudonym':
      return /^\p{L}[\p{L}\p{M} .'-]{0,39}$/u.test(value)
    case 'text':
      return value.length > 0 && value.length <= shape.longest && isPlainText(value)
  }
}

/** A code by which people refer to something: no spaces, so that a name does not pass for a code unnoticed. */
export function isReferenceCode(text: string): boolean {
  return text.length <= longestCode && referenceShape.test(text)
}

function isPlainText(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\t\n\r]/g, ''))
}
