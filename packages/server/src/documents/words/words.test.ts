import { languages, type Words } from '@sathi/domain'
import { figureWords } from '@sathi/reporting/figures'
import { expect, test } from 'vitest'
import { methodWords } from './method-words.ts'
import { reportWords } from './report-words.ts'
import { measureWords, workbookWords } from './workbook-words.ts'

const all: readonly Words[] = [
  ...[reportWords, figureWords, workbookWords, measureWords].flatMap((words) => Object.values<Words>(words)),
  ...methodWords.flatMap(({ term, meaning }) => [term, meaning]),
]

test('every language has the same blanks to fill', () => {
  for (const words of all) {
    const [english, ...others] = languages.map((language) => blanksOf(words[language]))
    for (const blanks of others) expect(blanks).toEqual(english)
  }
})

test('names of sheets fit, and no two of a language are the same', () => {
  for (const language of languages) {
    const names = (['headline', 'indicators', 'quarters', 'breakdowns', 'method'] as const).map(
      (sheet) => workbookWords[sheet][language],
    )
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    expect(new Set(names).size).toBe(names.length)
  }
})

function blanksOf(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).toSorted()
}
