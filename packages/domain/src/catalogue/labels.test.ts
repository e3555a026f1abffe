import { describe, expect, it } from 'vitest'
import {
  type AnyKind,
  type CodeList,
  compartments,
  languages,
  recurring,
  subjectTypes,
  type Words,
} from '../journal/index.ts'
import { countries, currencies, districts, divisions } from '../places/index.ts'
import { findKind, kinds } from './catalogue.ts'
import {
  codeWords,
  compartmentWords,
  fieldWords,
  kindWords,
  roomNames,
  roomOfKind,
  roomWords,
  subjectWords,
} from './labels.ts'

const everyKind: readonly AnyKind[] = Object.values(kinds)
const commonColumns = ['row_id', 'occurred_on', 'amends', 'retracts', 'author']

/** Questionnaires go by their Latin names in every language. */
const acronyms = /\b(WHO-5|PHQ-9|GAD-7|PCL-5|SRQ-20|ASO)\b/g

const scripts = {
  en: /^[\p{Script=Latin}\p{Script=Common}]+$/u,
  bn: /^[\p{Script=Bengali}\p{Script=Common}\p{Script=Inherited}]+$/u,
  hi: /^[\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]+$/u,
}

function fieldNames(kind: AnyKind): string[] {
  return [...Object.keys(kind.open), ...Object.keys(kind.sealed)]
}

function sealedColumns(kind: AnyKind): string[] {
  return Object.values(kind.sealed).flatMap(({ columns }) => columns)
}

function everyList(): CodeList[] {
  const inFields = everyKind.flatMap(({ open }) =>
    Object.values(open).flatMap(({ shape }) => (shape.type === 'code' ? [shape.list] : [])),
  )
  return [...new Set([...inFields, divisions])].filter((list) => list !== countries && list !== currencies)
}

function wordsOfCode(list: CodeList, code: string): Words {
  const words = codeWords(list.name, code)
  if (words === undefined) throw new Error(`${list.name} ${code} has no words`)
  return words
}

function everyWords(): [string, Words][] {
  return [
    ...roomNames.map((room): [string, Words] => [room, roomWords(room)]),
    ...subjectTypes.map((type): [string, Words] => [type, subjectWords(type)]),
    ...compartments.map((compartment): [string, Words] => [compartment, compartmentWords(compartment)]),
    ...Object.entries(recurring),
    ...everyKind.flatMap((kind) => [
      [kind.name, kindWords(kind.name)] as [string, Words],
      ...[...fieldNames(kind), ...sealedColumns(kind), ...commonColumns, kind.subjectCode].map(
        (field): [string, Words] => [`${kind.name}.${field}`, fieldWords(kind.name, field)],
      ),
    ]),
    ...everyList().flatMap((list) =>
      list.codes.map((code): [string, Words] => [`${list.name} ${code}`, wordsOfCode(list, code)]),
    ),
  ]
}

/** The texts that stand more than once. */
function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}

describe('the words of kinds, fields and codes', () => {
  it('are there for every room, kind, field, column and code in every language', () => {
    const all = everyWords()
    expect(all.length).toBeGreaterThan(800)
    for (const [what, words] of all) {
      for (const language of languages) expect(words[language], what).toMatch(/\S/)
    }
  })

  it('are trimmed, in normal form C, and in the script of their language but for the names of questionnaires', () => {
    for (const [what, words] of everyWords()) {
      for (const language of languages) {
        const text = words[language]
        expect(text, what).toBe(text.normalize('NFC').trim())
        expect(text, what).not.toMatch(/\s{2}/)
        expect(text.replaceAll(acronyms, '5'), `${what} in ${language}`).toMatch(scripts[language])
      }
    }
  })

  it('fit on a phone: questions in sixty characters, everything else in forty', () => {
    for (const [what, words] of everyWords()) {
      for (const language of languages) {
        expect(words[language].length, `${what} in ${language}`).toBeLessThanOrEqual(
          words[language].endsWith('?') ? 60 : 40,
        )
      }
    }
  })

  it('are in sentence case in English', () => {
    const properNames = /^\(?(Bangladesh|Bazar|[A-Z0-9-]{2,}\)?)$/
    for (const [what, words] of everyWords()) {
      const [first = '', ...others] = words.en.split(' ')
      expect(first, what).toMatch(/^[A-Z0-9]/)
      const capitals = others.filter((word) => /[A-Z]/.test(word) && !properNames.test(word))
      expect(capitals, what).toEqual([])
    }
  })

  it('tell every code of a list from the others in every language', () => {
    for (const list of everyList()) {
      for (const language of languages) {
        const texts = list.codes.map((code) => wordsOfCode(list, code)[language])
        expect(repeated(texts), `${list.name} in ${language}`).toEqual([])
      }
    }
  })

  it('tell every field of a kind from the others and from the common columns in every language', () => {
    for (const kind of everyKind) {
      const names = [...new Set([...fieldNames(kind), ...commonColumns, kind.subjectCode])]
      for (const language of languages) {
        const texts = names.map((name) => fieldWords(kind.name, name)[language])
        expect(repeated(texts), `${kind.name} in ${language}`).toEqual([])
      }
    }
  })

  it('tell every kind from the others in every language', () => {
    for (const language of languages) {
      expect(repeated(everyKind.map(({ name }) => kindWords(name)[language]))).toEqual([])
      expect(repeated(roomNames.map((room) => roomWords(room)[language]))).toEqual([])
    }
  })

  it('say victim only where the law does', () => {
    const said = everyWords().filter(([, words]) => /victim/i.test(words.en))
    expect(said.map(([what]) => what).sort()).toEqual([
      'repatriation_stages victim_status',
      'screening_results presumed_victim',
    ])
  })
})

describe('the front door to the words', () => {
  it('knows the room of every kind', () => {
    for (const { name } of everyKind) expect(roomNames).toContain(roomOfKind(name))
    expect(roomOfKind('follow_up')).toBe('aftercare')
    expect(roomOfKind('study_interview')).toBe('evaluation')
  })

  it('answers in the words of the field before those of the column of the same name', () => {
    expect(fieldWords('study_interview', 'case_code').en).toBe('Case')
    expect(fieldWords('follow_up', 'case_code').en).toBe('Case code')
    expect(fieldWords('case_opened', 'father_name').bn).toBe('বাবার নাম')
  })

  it('leaves countries and currencies to Intl and knows no code that is not in the list', () => {
    expect(codeWords('countries', 'BD')).toBeUndefined()
    expect(codeWords('currencies', 'BDT')).toBeUndefined()
    expect(codeWords(districts.name, 'BD4041')).toEqual({ en: 'Jashore', bn: 'যশোর', hi: 'जशोर' })
    expect(codeWords('reached', 'toString')).toBeUndefined()
    expect(codeWords('no_such_list', 'yes')).toBeUndefined()
  })

  it('treats a kind or field that nobody declares as a fault of the program', () => {
    expect(findKind('no_such_kind')).toBeUndefined()
    expect(() => kindWords('no_such_kind')).toThrow()
    expect(() => roomOfKind('toString')).toThrow()
    expect(() => fieldWords('follow_up', 'stage')).toThrow()
  })
})
