import { decimalText, tooLong } from '../cell-text.ts'
import type { Problem } from '../table-fault.ts'
import { unescapeText } from './escaped-text.ts'
import type { NumberMeaning } from './number-format.ts'
import { LONGEST_KEPT } from './rich-text.ts'
import { isoDay, serialDay } from './serial-day.ts'

/** A cell as it stands in a sheet: its type, its style number, its value or its own text. */
export type SheetCell = { type: string; style: string | undefined; value: string; formula: boolean }

/** What the cells of a workbook share. */
export type WorkbookFacts = {
  strings: readonly string[]
  meanings: readonly NumberMeaning[]
  countsFrom1904: boolean
}

// A spreadsheet keeps 15 digits of a number; the sixteenth of a document's number would be lost.
const FIRST_LONG_NUMBER = 1e15

/** What a person sees in the cell, as text in one form that does not depend on how the sheet is dressed. */
export function cellValue(
  { type, style, value, formula }: SheetCell,
  facts: WorkbookFacts,
): string | Problem {
  if (formula) {
    return {
      code: 'formula-cell',
      found: `a formula${value === '' ? '' : ` that gives ${value}`}`,
      accepted: 'the value itself, without a formula',
    }
  }
  switch (type) {
    case 's':
      return sharedText(value, facts.strings)
    case 'str':
    case 'inlineStr':
      return text(value)
    case 'b':
      if (value.trim() === '') return ''
      return value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : malformedCell(value)
    case 'e':
      return { code: 'error-cell', found: value, accepted: 'a value, or an empty cell' }
    case 'd':
      return value.trim() === '' ? '' : isoDay(value.trim())
    case 'n':
      return value.trim() === '' ? '' : numberText(value.trim(), style, facts)
    default:
      return malformedCell(`a cell of type ${type}`)
  }
}

function text(escaped: string): string | Problem {
  return escaped.length > LONGEST_KEPT ? tooLong(escaped.length) : unescapeText(escaped)
}

function sharedText(value: string, strings: readonly string[]): string | Problem {
  if (value.trim() === '') return ''
  const shared = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined
  return shared === undefined ? malformedCell(`text number ${value}`) : text(shared)
}

function numberText(value: string, style: string | undefined, facts: WorkbookFacts): string | Problem {
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN
  if (!Number.isFinite(number)) return malformedCell(value)
  const meaning = facts.meanings.length === 0 ? 'number' : facts.meanings[Number(style ?? 0)]
  // A style that the workbook does not have leaves open whether this is a number or a day.
  if (meaning === undefined) return malformedCell(`${value} in style number ${style}`)
  if (meaning !== 'number') return serialDay(number, meaning, facts.countsFrom1904)
  if (Math.abs(number) >= FIRST_LONG_NUMBER) {
    return { code: 'long-number', found: value, accepted: 'a number of at most 15 digits, or text' }
  }
  // 0.1 + 0.2 is kept as 0.30000000000000004 and shown as 0.3.
  return decimalText(Number(number.toPrecision(15)))
}

function malformedCell(found: string): Problem {
  return { code: 'malformed-cell', found, accepted: 'text, a number, a day, TRUE or FALSE' }
}
