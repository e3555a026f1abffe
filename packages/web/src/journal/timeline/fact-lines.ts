import { findKind } from '@sathi/domain/catalogue'
import type { Entry } from '@sathi/domain/journal'
import { type FieldLine, fieldLines } from '../field-lines.ts'
import type { FormSpeech } from '../form/form-speech.ts'
import { wordLabel } from '../form/said-words.ts'

/** The open fields of an entry in words, code words too where we know how people say them. */
export function factLines(speech: FormSpeech, entry: Pick<Entry, 'kind' | 'open'>): readonly FieldLine[] {
  const declared = findKind(entry.kind)?.open ?? {}
  return fieldLines(speech, entry).map((line) => {
    const value = entry.open[line.field]
    if (declared[line.field]?.shape.type !== 'word') return line
    const words = Array.isArray(value) ? value : [value]
    return {
      ...line,
      value: words.map((word) => wordLabel(speech, entry.kind, line.field, String(word))).join(', '),
    }
  })
}
