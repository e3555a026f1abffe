import { languages, type Words } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { indicatorIds } from '../report.ts'
import { figureWords } from './figure-words.ts'
import { indicatorRooms } from './indicator-rooms.ts'
import { indicatorWords } from './indicator-words.ts'
import { dimensionWords, notRecordedWords, partWords } from './part-words.ts'

const scripts = { en: /[A-Za-z]/, bn: /[\u0980-\u09ff]/, hi: /[\u0900-\u097f]/ } as const
const strangers = {
  en: /[\u0900-\u09ff]/,
  bn: /[\u0904-\u0963\u0966-\u097f]/,
  hi: /[\u0980-\u09ff]/,
} as const

/** A word such as a range has no letters in English besides its blanks. */
function withoutBlanks(words: Words): Words {
  const text = (language: keyof Words) => words[language].replaceAll(/\{\w+\}/g, '')
  return { en: text('en'), bn: text('bn'), hi: text('hi') }
}

function allWords(): Words[] {
  return [
    ...Object.values(indicatorWords).flatMap(({ name, meaning, parts }) => [
      name,
      meaning,
      ...Object.values(parts),
    ]),
    ...indicatorRooms.map(({ name }) => name),
    ...Object.values(dimensionWords),
    ...Object.values(partWords),
    ...Object.values<Words>(figureWords).map(withoutBlanks),
    notRecordedWords,
  ]
}

describe('the words of indicators', () => {
  it('stand in the script of their language and in no other', () => {
    for (const words of allWords())
      for (const language of languages) {
        expect(words[language]).toMatch(scripts[language])
        expect(words[language]).not.toMatch(strangers[language])
      }
  })

  it('never call a survivor a victim', () => {
    for (const words of allWords()) expect(words.en).not.toMatch(/victim/i)
  })

  it('explain every indicator in one sentence that ends', () => {
    for (const { meaning } of Object.values(indicatorWords)) {
      expect(meaning.en).toMatch(/\.$/)
      expect(meaning.bn).toMatch(/।$/)
      expect(meaning.hi).toMatch(/।$/)
    }
  })

  it('list every indicator in exactly one room', () => {
    const listed = indicatorRooms.flatMap(({ indicators }) => indicators)
    expect([...listed].sort()).toEqual([...indicatorIds].sort())
  })
})
