import { setupI18n } from '@lingui/core'
import { compileMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { faultCodes, refusalKinds } from '@sathi/contract/refusal'
import { languages } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { localeOf } from './formats.ts'
import { bn } from './locales/bn.ts'
import { en } from './locales/en.ts'
import { hi } from './locales/hi.ts'
import type { Catalogue, MessageId } from './message-id.ts'

const catalogues: Readonly<Record<(typeof languages)[number], Catalogue>> = { en, bn, hi }
const ids = Object.keys(en) as MessageId[]
const scripts = { en: /[A-Za-z]/, bn: /[\u0980-\u09ff]/, hi: /[\u0900-\u097f]/ } as const
const strangers = {
  en: /[\u0900-\u09ff]/,
  bn: /[\u0904-\u0963\u0966-\u097f]/,
  hi: /[\u0980-\u09ff]/,
} as const
/** Messages that say the same in every language: signs and places for other words. */
const wordless: readonly MessageId[] = ['figure.none', 'figure.ofGroup']

function namesIn(message: string): string[] {
  return [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '').sort()
}

describe('the catalogues', () => {
  it('say the same things in every language, without holes', () => {
    for (const language of languages) {
      expect(Object.keys(catalogues[language]).sort()).toEqual([...ids].sort())
      for (const id of ids) expect(catalogues[language][id].trim(), id).not.toBe('')
    }
  })

  it('have words for every way in which the server says no, and for every fault of a line list', () => {
    const wanted = [
      ...refusalKinds.map((kind) => `refusal.${kind}`),
      ...faultCodes.map((code) => `fault.${code}`),
    ]
    for (const language of languages) {
      const known = new Set(Object.keys(catalogues[language]))
      expect(wanted.filter((id) => !known.has(id))).toEqual([])
    }
  })

  it('hold only messages that can be read', () => {
    for (const language of languages)
      for (const id of ids) expect(() => compileMessageOrThrow(catalogues[language][id]), id).not.toThrow()
  })

  it('put the same values into every language', () => {
    for (const language of languages)
      for (const id of ids) {
        const values = [...new Set(namesIn(catalogues[language][id]))]
        expect(values, id).toEqual([...new Set(namesIn(en[id]))])
      }
  })

  it('stand in the script of their language', () => {
    for (const language of languages)
      for (const id of ids.filter((each) => !wordless.includes(each))) {
        const text = catalogues[language][id].replaceAll(/\{\w+\}/g, '')
        expect(text, id).not.toMatch(strangers[language])
        expect(text, id).toMatch(scripts[language])
      }
  })

  it('count in the digits and plural forms of their language', () => {
    const said = languages.map((language) => {
      const i18n = setupI18n()
      i18n.setMessagesCompiler(compileMessage)
      i18n.loadAndActivate({
        locale: language,
        locales: [localeOf(language)],
        messages: catalogues[language],
      })
      return [1, 2, 1234567].map((count) => i18n._('import.stored', { count }))
    })
    expect(said).toEqual([
      ['1 new row', '2 new rows', '1,234,567 new rows'],
      ['১টি নতুন সারি', '২টি নতুন সারি', '১২,৩৪,৫৬৭টি নতুন সারি'],
      ['1 नई पंक्ति', '2 नई पंक्तियाँ', '12,34,567 नई पंक्तियाँ'],
    ])
  })
})
