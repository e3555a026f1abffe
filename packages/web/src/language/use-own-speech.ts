import { useLingui } from '@lingui/react'
import type { Language } from '@sathi/domain/journal'
import { useMemo } from 'react'
import type { MessageId } from './message-id.ts'
import { type MessageValues, type Speech, useSpeech } from './use-language.ts'

export type OwnSpeech<Id extends string> = Speech & {
  readonly tell: (id: Id, values?: MessageValues) => string
}

/**
 * Speech with messages of a room's own, in the language that is spoken now. They stay out of the app's catalogues, because the
 * first screen loads those. `room` keeps its ids apart from those of others.
 */
export function useOwnSpeech<Id extends string>(
  room: string,
  catalogues: Readonly<Record<Language, Readonly<Record<Id, string>>>>,
): OwnSpeech<Id> {
  const speech = useSpeech()
  const { i18n } = useLingui()
  return useMemo(
    () => ({
      ...speech,
      tell: (id, values) => {
        const message = catalogues[speech.language][id]
        return message.includes('{') ? i18n._(`${room}.${id}` as MessageId, values, { message }) : message
      },
    }),
    [speech, i18n, room, catalogues],
  )
}
