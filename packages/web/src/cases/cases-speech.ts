import { type OwnSpeech, useOwnSpeech } from '../language/index.ts'
import { bn } from './locales/bn.ts'
import { en } from './locales/en.ts'
import { hi } from './locales/hi.ts'

export type CasesMessageId = keyof typeof en
export type CasesCatalogue = Readonly<Record<CasesMessageId, string>>

export const casesCatalogues: Readonly<Record<'en' | 'bn' | 'hi', CasesCatalogue>> = { en, bn, hi }

export type CasesSpeech = OwnSpeech<CasesMessageId>

export function useCasesSpeech(): CasesSpeech {
  return useOwnSpeech('cases', casesCatalogues)
}
