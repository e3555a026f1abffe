import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkRules } from './check-rules.ts'
import { titlesOf } from './test-titles.ts'

let root = ''
afterEach(() => rmSync(root, { recursive: true, force: true }))

function aRepository({ readme, tests }: { readme: string; tests: string }): string {
  root = mkdtempSync(join(tmpdir(), 'sathi-rules-'))
  const room = join(root, 'packages/domain/src/aftercare')
  mkdirSync(room, { recursive: true })
  writeFileSync(join(room, 'README.md'), readme)
  writeFileSync(join(room, 'visit.test.ts'), tests)
  return root
}

const readme = '# Aftercare\n- AFT-1 A visit has a day.\n- **AFT-2** It has a place.\n'

test('a room whose rules all have a test passes', () => {
  const tests = "test('AFT-1 a visit has a day', f)\ntest.each(rows)('AFT-2 a visit %s', f)"
  expect(checkRules(aRepository({ readme, tests }))).toEqual([])
})

test('a rule without a test is named', () => {
  const tests = "test('AFT-1 a visit has a day', f)\ntest.todo('AFT-2 a visit has a place')"
  expect(checkRules(aRepository({ readme, tests }))).toEqual([
    'AFT-2 (packages/domain/src/aftercare/README.md) has no test whose title names it',
  ])
})

test('a test for a rule that nobody wrote is named', () => {
  const tests = "describe('AFT-1 and AFT-2', () => { it(`AFT-7 is unheard of`, f) })"
  expect(checkRules(aRepository({ readme, tests }))).toEqual([
    'packages/domain/src/aftercare/visit.test.ts proves AFT-7, which no README states',
  ])
})

test('a number given twice is named', () => {
  const tests = "test('AFT-1 a visit has a day', f)"
  expect(checkRules(aRepository({ readme: '- AFT-1 one\n- AFT-1 two\n', tests }))[0]).toContain(
    'AFT-1 is written more than once',
  )
})

test('a number inside a sentence of the README states no rule, and PHQ-9 in a title is none', () => {
  const tests = "test('AFT-1, AFT-2: PHQ-9 asked at a visit', f)"
  expect(checkRules(aRepository({ readme: `${readme}Both serve the aim of AFT-9.\n`, tests }))).toEqual([])
})

test('titles are read from the code, not from comments, strings or skipped tests', () => {
  const text = [
    "// test('AFT-1 in a comment', f)",
    'const text = "test(\'AFT-2 in a string\', f)"',
    "test.skip('AFT-3 skipped', f)",
    "describe.skip('AFT-4 skipped', () => { test('AFT-5 inside', f) })",
    "test.each([['a', 1]])('AFT-6 of a table', f)",
    'it(`AFT-7 of a $' + '{kind}`, f)',
  ].join('\n')
  expect(titlesOf(text)).toEqual(['AFT-6 of a table', 'AFT-7 of a …'])
})
