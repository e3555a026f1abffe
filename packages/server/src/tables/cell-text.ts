import { LONGEST_CELL } from './limits.ts'
import type { Problem } from './table-fault.ts'

/**
 * The one form of a text that cells are compared, stored and written in: Unicode NFC, no white space around it,
 * line ends as \n. So the same words typed on two computers are the same cell.
 */
export function tidyText(raw: string): string {
  const text = raw.trim()
  // Letters, digits and marks of ASCII need nothing more, and most cells hold nothing else.
  if (/^[ -~]*$/.test(text)) return text
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

/**
 * What stands in a cell of a file, or why it cannot be taken. An apostrophe before a character that would start a
 * formula is the guard that `guardCell` puts there, and spreadsheets by habit: it is taken off.
 */
export function readCell(raw: string): string | Problem {
  const tidy = tidyText(raw)
  const text = /^'+[=+\-@\t\r＝＋－＠]/.test(tidy) ? tidyText(tidy.slice(1)) : tidy
  const forbidden = findForbidden(text)
  if (forbidden !== undefined) {
    if (forbidden === 0) return nullBytes
    return {
      code: 'control-character',
      found: codePoint(forbidden),
      accepted: 'text without control characters',
    }
  }
  if (text.length > LONGEST_CELL) return tooLong(text.length)
  return text
}

export const nullBytes: Problem = {
  code: 'null-byte',
  found: 'a null byte (U+0000)',
  accepted: 'text without null bytes',
}

export function tooLong(length: number): Problem {
  return {
    code: 'cell-too-long',
    found: `${length} characters`,
    accepted: `at most ${LONGEST_CELL} characters in a cell`,
  }
}

/** The guard against formulas in a CSV cell; `readCell` takes it off, so that what is written is what is read. */
export function guardCell(text: string): string {
  if (!/^'*[=+\-@\t\r＝＋－＠]/.test(text) || /^-?\d+(\.\d+)?$/.test(text)) return text
  return `'${text}`
}

/**
 * The guard in a workbook, whose text cells are never run as formulas: only a text that already looks guarded
 * needs one more apostrophe, since the reader takes one off.
 */
export function guardWorkbookCell(text: string): string {
  return text.startsWith("'") ? guardCell(text) : text
}

/** A number in plain digits, without an exponent: "0.0000001", not "1e-7". */
export function decimalText(value: number): string {
  const text = String(value)
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return Object.is(value, -0) ? '0' : text
  const [, sign = '', first = '', rest = '', exponent = ''] = parts
  const digits = first + rest
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** The first character no cell may hold: control characters but tab and line feed, and half a surrogate pair. */
export function findForbidden(text: string): number | undefined {
  if (/^[\t\n -~\u{a0}-\u{d7ff}]*$/u.test(text)) return undefined
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const control = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0)
    const noCharacter = (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
    if (control || noCharacter) return code
  }
  return undefined
}

export function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
