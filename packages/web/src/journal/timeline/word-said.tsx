import { useFormSpeech } from '../form/form-speech.ts'
import { wordLabel } from '../form/said-words.ts'

/** A code word of a field as people say it where that is known, else as it is written. */
export function WordSaid({ kind, field, word }: { kind: string; field: string; word: string }) {
  return wordLabel(useFormSpeech(), kind, field, word)
}
