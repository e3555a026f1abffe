import type { LineListFault } from '../../api/index.ts'
import type { Speech } from '../../language/index.ts'
import { acceptedWords } from './accepted-words.ts'
import { foundWords } from './found-words.ts'

/** The faults as CSV (RFC 4180). What was found may begin like a formula; an apostrophe keeps spreadsheets from running it. */
export function faultsAsCsv(
  speech: Pick<Speech, 'say' | 'formats'>,
  faults: readonly LineListFault[],
): string {
  const { say } = speech
  const header = [
    say('faults.file'),
    say('faults.line'),
    say('faults.column'),
    say('faults.what'),
    say('faults.found'),
    say('faults.accepted'),
  ]
  const rows = faults.map((fault) => [
    fault.file,
    fault.line === null ? '' : String(fault.line),
    fault.column ?? '',
    say(`fault.${fault.code}`),
    foundWords(speech, fault),
    acceptedWords(speech, fault.accepted) ?? fault.accepted,
  ])
  return `${[header, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
