import { expect, test } from 'vitest'
import { languages, type Words } from '../journal/index.ts'
import { auditEventNames, auditEvents, auditLists } from './audit-events.ts'
import {
  auditCodeWords,
  auditEventWords,
  auditFieldWords,
  dutyWords,
  reachReasonWords,
  reachWords,
  roleWords,
  staffWords,
} from './labels.ts'
import { duties, reaches, roles } from './roles.ts'

const scripts = {
  en: /^[\p{Script=Latin}\p{Script=Common}]+$/u,
  bn: /^[\p{Script=Bengali}\p{Script=Common}\p{Script=Inherited}]+$/u,
  hi: /^[\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]+$/u,
}

function codeWordsOf(list: { name: string; codes: readonly string[] }): Words[] {
  return list.codes.map((code) => {
    const words = auditCodeWords(list.name, code)
    if (words === undefined) throw new Error(`${list.name} ${code} has no words`)
    return words
  })
}

/** Groups of words within which each must be told from the others. */
const groups: readonly (readonly Words[])[] = [
  [staffWords],
  roles.map(roleWords),
  reaches.map(reachWords),
  (['assigned', 'own_pair', 'break_glass', 'every_case'] as const).map(reachReasonWords),
  duties.map(dutyWords),
  auditEventNames.map(auditEventWords),
  ...auditEventNames.map((name) => Object.keys(auditEvents[name].fields).map(auditFieldWords)),
  ...Object.values(auditLists).map(codeWordsOf),
]

test('PEO-25 everything about people and access has words in every language, in its script and short enough for a phone', () => {
  for (const words of groups.flat()) {
    for (const language of languages) {
      const text = words[language]
      expect(text).toMatch(scripts[language])
      expect(text).toBe(text.normalize('NFC').trim())
      expect(text.length, text).toBeLessThanOrEqual(40)
    }
    expect(words.en).toMatch(/^[A-Z]/)
  }
})

test('PEO-25 roles, duties, events and the codes of a list are told from one another in every language', () => {
  for (const group of groups) {
    for (const language of languages) {
      const texts = group.map((words) => words[language])
      expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
    }
  }
})

test('PEO-25 a field or code that nobody declares has no words', () => {
  expect(() => auditFieldWords('toString')).toThrow()
  expect(auditCodeWords('sign_in_ways', 'toString')).toBeUndefined()
  expect(auditCodeWords('no_such_list', 'other')).toBeUndefined()
})
