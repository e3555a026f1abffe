import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { languages } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { type FormMessageId, formCatalogues } from './form-speech.ts'
import { nameKinds, parentKinds, phoneOwners } from './sealed-value.ts'

const ids = Object.keys(formCatalogues.en) as FormMessageId[]
const own = { en: /[A-Za-z]/, bn: /[\u0980-\u09ff]/, hi: /[\u0900-\u097f]/ } as const
const strangers = {
  en: /[\u0900-\u09ff]/,
  bn: /[\u0904-\u0963\u0966-\u097f]/,
  hi: /[\u0980-\u09ff]/,
} as const

function valuesIn(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()
}

describe('what the form says', () => {
  it('can be read, stands in the script of its language, and takes the same values in each', () => {
    for (const language of languages) {
      expect(Object.keys(formCatalogues[language]).sort()).toEqual([...ids].sort())
      for (const id of ids) {
        const message = formCatalogues[language][id]
        expect(() => compileMessageOrThrow(message), id).not.toThrow()
        expect(valuesIn(message), id).toEqual(valuesIn(formCatalogues.en[id]))
        const text = message.replaceAll(/\{\w+\}/g, '')
        expect(text, id).not.toMatch(strangers[language])
        expect(text, id).toMatch(own[language])
      }
    }
  })

  it('has words for every kind of name and every holder of a telephone', () => {
    for (const kind of [...nameKinds, ...parentKinds]) expect(ids).toContain(`names.${kind}`)
    for (const owner of phoneOwners) expect(ids).toContain(`phones.${owner}`)
  })
})
