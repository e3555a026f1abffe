import { type OwnSpeech, useOwnSpeech } from '../../language/index.ts'
import { bn } from './locales/bn.ts'
import { en } from './locales/en.ts'
import { hi } from './locales/hi.ts'

export type TimelineMessageId = keyof typeof en
export type TimelineCatalogue = Readonly<Record<TimelineMessageId, string>>

export const timelineCatalogues: Readonly<Record<'en' | 'bn' | 'hi', TimelineCatalogue>> = { en, bn, hi }

export type TimelineSpeech = OwnSpeech<TimelineMessageId>

export function useTimelineSpeech(): TimelineSpeech {
  return useOwnSpeech('timeline', timelineCatalogues)
}
