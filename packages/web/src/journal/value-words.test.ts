import { caseLists } from '@sathi/domain/cases'
import { countries } from '@sathi/domain/places'
import { describe, expect, it } from 'vitest'
import { formatsOf, type Language, type Speech } from '../language/index.ts'
import { valueWords } from './value-words.ts'

function speech(language: Language): Speech {
  return {
    language,
    say: (id) => id,
    word: (words) => words[language],
    formats: formatsOf(language),
  }
}

const gender = { type: 'code', list: caseLists.genders } as const
const types = { type: 'code', list: caseLists.exploitationTypes } as const

describe('a recorded value in words', () => {
  it('says codes by their labels, several one after the other', () => {
    expect(valueWords(speech('en'), gender, 'Feminine')).not.toBe('')
    expect(valueWords(speech('bn'), types, ['ForcedLabour', 'Other'])).toMatch(
      /^[\u0980-\u09ff ]+, [\u0980-\u09ff ]+$/,
    )
  })

  it('names countries in the language of the reader', () => {
    const country = { type: 'code', list: countries } as const
    expect(valueWords(speech('en'), country, 'IN')).toBe('India')
    expect(valueWords(speech('bn'), country, 'IN')).toBe('ভারত')
    expect(valueWords(speech('hi'), country, 'IN')).toBe('भारत')
  })

  it('writes dates and numbers in the digits of the language', () => {
    expect(valueWords(speech('bn'), { type: 'date' }, '2021-03')).toBe('মার্চ ২০২১')
    expect(valueWords(speech('bn'), { type: 'number', min: 0, max: 100, whole: true }, 32)).toBe('৩২')
  })

  it('shows a field that it does not know as it is', () => {
    expect(valueWords(speech('en'), undefined, 'something_new')).toBe('something_new')
  })
})
