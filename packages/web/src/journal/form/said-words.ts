import type { AnyKind, PartialDate } from '@sathi/domain/journal'
import { valueWords } from '../value-words.ts'
import { valueSaid } from './differing-fields.ts'
import type { SaidEntry } from './entry-draft.ts'
import { dayField } from './field-order.ts'
import type { FormPorts } from './form-ports.ts'
import type { FormSpeech } from './form-speech.ts'
import type { SealedFile, SealedName, SealedPhone } from './sealed-value.ts'
import { wordSuggestions } from './word-suggestions.ts'

/** What an entry says in one field, in words, for people who compare; undefined when it says nothing there. */
export function saidWords(
  speech: FormSpeech,
  kind: AnyKind,
  said: SaidEntry,
  field: string,
  nameOf?: FormPorts['nameOf'],
): string | undefined {
  const value = valueSaid(kind, said, field)
  if (value === undefined) return undefined
  if (field === dayField) return speech.formats.day(value as PartialDate)
  const shape = kind.open[field]?.shape
  if (shape?.type === 'word') return wordsOf(speech, kind, field, value)
  if (shape?.type === 'reference') return nameOf?.(shape.to, String(value)) ?? String(value)
  if (shape !== undefined) return valueWords(speech, shape, value)
  return sealedWords(speech, value)
}

function wordsOf(speech: FormSpeech, kind: AnyKind, field: string, value: unknown): string {
  const words = Array.isArray(value) ? value : [value]
  return words.map((word) => wordLabel(speech, kind.name, field, String(word))).join(', ')
}

/** A code word as people say it where we know that, else as it is written. */
export function wordLabel(speech: FormSpeech, kind: string, field: string, word: string): string {
  const known = wordSuggestions(kind, field).find((one) => one.word === word)
  return known === undefined ? word.replaceAll('_', ' ') : speech.word(known.words)
}

function sealedWords({ tell, formats }: FormSpeech, value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return tell('file.has', { size: formats.bytes((value as SealedFile).bytes) })
  return value.map((one: SealedName | SealedPhone) => ('number' in one ? one.number : one.text)).join(', ')
}
