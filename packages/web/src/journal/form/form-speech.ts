import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import {
  type Language,
  type MessageId,
  type MessageValues,
  type Speech,
  useSpeech,
} from '../../language/index.ts'
import { bn } from './locales/bn.ts'
import { en } from './locales/en.ts'
import { hi } from './locales/hi.ts'

/** What the form says itself. Kept apart from the app's catalogues, because the first screen loads those. */
export type FormMessageId = keyof typeof en
export type FormCatalogue = Readonly<Record<FormMessageId, string>>

export const formCatalogues: Readonly<Record<Language, FormCatalogue>> = { en, bn, hi }

export type FormSpeech = Speech & { readonly tell: (id: FormMessageId, values?: MessageValues) => string }

/** Speech with the form's own messages, in the language that is spoken now. */
export function useFormSpeech(): FormSpeech {
  const speech = useSpeech()
  const { i18n } = useLingui()
  return useMemo(
    () => ({
      ...speech,
      tell: (id, values) => {
        const message = formCatalogues[speech.language][id]
        return message.includes('{') ? i18n._(`form.${id}` as MessageId, values, { message }) : message
      },
    }),
    [speech, i18n],
  )
}
