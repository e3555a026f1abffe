import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { languages } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'

const strangers = {
  en: /[\u0900-\u09ff]/,
  bn: /[\u0904-\u0963\u0966-\u097f]/,
  hi: /[\u0980-\u09ff]/,
} as const

type Catalogue = Readonly<Record<string, string>>
const files = import.meta.glob<Record<string, Catalogue>>('../{cases,journal,app}/**/locales/*.ts', {
  eager: true,
})

function catalogue(folder: string, language: string): Catalogue {
  const found = files[`${folder}/${language}.ts`]?.[language]
  if (found === undefined) throw new Error(`${folder} has no ${language}`)
  return found
}

const folders = [...new Set(Object.keys(files).map((path) => path.replace(/\/[^/]*$/, '')))]

function valuesIn(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()
}

describe.each(folders)('the words in %s', (folder) => {
  it('can be read, stand in the script of their language, and take the same values in each', () => {
    const english = catalogue(folder, 'en')
    for (const language of languages) {
      const own = catalogue(folder, language)
      expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort())
      for (const [id, message] of Object.entries(own)) {
        expect(() => compileMessageOrThrow(message), id).not.toThrow()
        expect(valuesIn(message), id).toEqual(valuesIn(english[id] ?? ''))
        expect(message.replaceAll(/\{\w+\}/g, ''), id).not.toMatch(strangers[language])
      }
    }
  })
})

it('every room with words of its own is looked at', () => {
  expect(folders.length).toBeGreaterThanOrEqual(4)
})
