import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { titlesOf } from './test-titles.ts'

/** Where a rule is stated: a line of a room's README that begins with its number, as list item, in bold or in a table. */
const statement = /^[ \t]*(?:[-*|][ \t]+|#+[ \t]+)?(?:\*\*|__)?([A-Z]{2,5}-\d+)\b/gm
// sealing and sync are understood only as a whole, so each has one list of rules for all its rooms.
const readmes = ['packages/*/src/*/README.md', 'packages/{sealing,sync}/README.md']
const number = /\b([A-Z]{2,5})-\d+\b/g

/**
 * What is wrong between the numbered rules of the rooms (packages/<name>/src/<room>/README.md, and the READMEs of sealing and sync) and the tests: a rule
 * that no test title names, a title that names a rule nobody wrote, and a number given twice.
 */
export function checkRules(root: string): string[] {
  const rules = rulesOf(root)
  const proofs = proofsOf(root)
  const prefixes = new Set([...rules.keys()].map((rule) => rule.split('-')[0]))
  const twice = [...rules].filter(([, places]) => places.length > 1)
  const unproven = [...rules].filter(([rule]) => !proofs.has(rule))
  // Titles also speak of PHQ-9 and UTF-8: only numbers with the prefix of a room are rules.
  const unwritten = [...proofs].filter(([rule]) => !rules.has(rule) && prefixes.has(rule.split('-')[0] ?? ''))
  return [
    ...twice.map(([rule, places]) => `${rule} is written more than once: ${places.join(', ')}`),
    ...unproven.map(([rule, places]) => `${rule} (${places.join(', ')}) has no test whose title names it`),
    ...unwritten.map(([rule, file]) => `${file} proves ${rule}, which no README states`),
  ]
}

function rulesOf(root: string): Map<string, string[]> {
  const rules = new Map<string, string[]>()
  for (const file of globSync(readmes, { cwd: root }).sort()) {
    for (const [, rule = ''] of readFileSync(join(root, file), 'utf8').matchAll(statement)) {
      rules.set(rule, [...(rules.get(rule) ?? []), file])
    }
  }
  return rules
}

/** Each rule number in the title of a test, with the first file that has it. */
function proofsOf(root: string): Map<string, string> {
  const proofs = new Map<string, string>()
  const files = globSync(['packages/*/src/**/*.test.{ts,tsx}', '{e2e,bench}/**/*.{test,spec}.ts'], {
    cwd: root,
  })
  for (const file of files.sort()) {
    for (const title of titlesOf(readFileSync(join(root, file), 'utf8'), { tsx: file.endsWith('x') })) {
      for (const [rule] of title.matchAll(number)) {
        if (!proofs.has(rule)) proofs.set(rule, file)
      }
    }
  }
  return proofs
}
