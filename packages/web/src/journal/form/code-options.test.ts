import { kinds } from '@sathi/domain/catalogue'
import { type AnyKind, languages, readField } from '@sathi/domain/journal'
import { countries, districts } from '@sathi/domain/places'
import { describe, expect, it } from 'vitest'
import { codeOptions, matchOptions } from './code-options.ts'
import { beginsThing } from './things-begun.ts'
import { wordSuggestions } from './word-suggestions.ts'

const everyKind: readonly AnyKind[] = Object.values(kinds)

function found(typed: string): string[] {
  return matchOptions(codeOptions(districts, 'bn'), typed).map(({ value }) => value)
}

describe('what can be chosen', () => {
  it('is found in any script, by any part of its name, and by its code', () => {
    const jashore = 'BD4041'
    for (const typed of ['Jashore', 'jash', 'যশোর', 'जशोर', '৪০৪১', 'bd4041'])
      expect(found(typed), typed).toContain(jashore)
    expect(found('nowhere at all')).toEqual([])
    expect(found(' ')).toHaveLength(districts.codes.length)
  })

  it('has where people mostly are first, and every code once', () => {
    for (const language of languages) {
      const values = codeOptions(countries, language).map(({ value }) => value)
      expect(values.slice(0, 2)).toEqual(['BD', 'IN'])
      expect(values.toSorted()).toEqual([...countries.codes].toSorted())
    }
  })

  it('among suggested words are only code words, of fields that take them, with a name of their own in each language', () => {
    let fields = 0
    for (const kind of everyKind)
      for (const [name, field] of Object.entries(kind.open)) {
        const suggested = wordSuggestions(kind.name, name)
        if (suggested.length === 0) continue
        fields += 1
        expect(field.shape.type).toBe('word')
        for (const { word } of suggested) expect(readField({ ...field, several: false }, word).ok).toBe(true)
        for (const language of languages)
          expect(new Set(suggested.map(({ words }) => words[language])).size).toBe(suggested.length)
      }
    expect(fields).toBeGreaterThan(9)
  })

  it('may be begun only where a kind refers to it', () => {
    const begun = everyKind.flatMap((kind) =>
      Object.entries(kind.open).filter(([name]) => beginsThing(kind.name, name)),
    )
    expect(begun.map(([, { shape }]) => shape.type)).toEqual(begun.map(() => 'reference'))
    expect(begun).toHaveLength(5)
  })
})
