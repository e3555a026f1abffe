import { findKind, kinds } from '@sathi/domain/catalogue'
import { languages } from '@sathi/domain/journal'
import { describe, expect, it } from 'vitest'
import { formatsOf, type Language, type Speech } from '../language/index.ts'
import { fieldName, kindName } from './entry-words.ts'
import { fieldLines } from './field-lines.ts'

function speech(language: Language): Speech {
  return {
    language,
    say: (id) => id,
    word: (words) => words[language],
    formats: formatsOf(language),
  }
}

describe('the fields of an entry', () => {
  it('stand in the order of their declaration, without those that were not recorded', () => {
    const open = { due_on: '2021-03-05', channel: 'phone', reached: 'survivor' }
    const lines = fieldLines(speech('en'), { kind: 'follow_up', open })
    expect(lines.map(({ field }) => field)).toEqual(['channel', 'reached', 'due_on'])
    expect(lines.at(-1)?.value).toBe('5 March 2021')
  })

  it('of a later version are shown as they are', () => {
    const later = { kind: 'kind_of_tomorrow', open: { some_field: ['a', 'b'], other: 3 } }
    expect(fieldLines(speech('bn'), later)).toEqual([
      { field: 'some_field', label: 'some field', value: 'a, b' },
      { field: 'other', label: 'other', value: '3' },
    ])
    expect(kindName(speech('en'), 'kind_of_tomorrow')).toBe('kind of tomorrow')
  })

  it('have words for every kind and open field there is, in every language', () => {
    for (const language of languages)
      for (const kind of Object.keys(kinds)) {
        expect(kindName(speech(language), kind)).not.toBe('')
        for (const field of Object.keys(findKind(kind)?.open ?? {}))
          expect(fieldName(speech(language), kind, field), `${kind} ${field}`).not.toBe('')
      }
  })
})
