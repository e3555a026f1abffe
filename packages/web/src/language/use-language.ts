import { useLingui } from '@lingui/react'
import type { Language, Words } from '@sathi/domain/journal'
import { useMemo } from 'react'
import { type Formats, formatsOf } from './formats.ts'
import type { MessageId } from './message-id.ts'

/** Values of a message; numbers in plurals are formatted by the message, all others arrive as text. */
export type MessageValues = Readonly<Record<string, string | number>>

export function useLanguage(): Language {
  return useLingui().i18n.locale as Language
}

/** What a screen needs to speak: messages by id, words that carry all languages, numbers and dates. */
export type Speech = {
  readonly language: Language
  readonly say: (id: MessageId, values?: MessageValues) => string
  /** Words that carry every language, with `{name}` in them replaced. */
  readonly word: (words: Words, values?: Readonly<Record<string, string>>) => string
  readonly formats: Formats
}

export function useSpeech(): Speech {
  const { i18n } = useLingui()
  const language = i18n.locale as Language
  return useMemo(
    () => ({
      language,
      say: (id, values) => i18n._(id, values),
      word: (words, values = {}) =>
        words[language].replaceAll(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank),
      formats: formatsOf(language),
    }),
    [i18n, language],
  )
}
