import { type OwnSpeech, useOwnSpeech } from '../../language/index.ts'
import { bn } from './locales/bn.ts'
import { en } from './locales/en.ts'
import { hi } from './locales/hi.ts'

export type MemberMessageId = keyof typeof en
export type MemberCatalogue = Readonly<Record<MemberMessageId, string>>

export const memberCatalogues: Readonly<Record<'en' | 'bn' | 'hi', MemberCatalogue>> = { en, bn, hi }

export type MemberSpeech = OwnSpeech<MemberMessageId>

export function useMemberSpeech(): MemberSpeech {
  return useOwnSpeech('member', memberCatalogues)
}
