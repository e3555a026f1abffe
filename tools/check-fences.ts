import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type IViolation } from 'dependency-cruiser'
import rules from '../.dependency-cruiser.mjs'

/** Folders whose imports the fences look at. */
const fencedFolders = ['packages', 'bench', 'e2e', 'demo']

/** Imports as they stand in the text, read without understanding it: what the fences must at least have seen. */
const importInText = /^(?:(?:import|export)\b[^'"`;]*?\bfrom|import)\s+['"]([^'"]+)['"]/gm

/**
 * What breaks the rules of `.dependency-cruiser.mjs`, one sentence for each import. An import that
 * the fences did not see is a fault too: a fence that sees nothing lets everything through.
 */
export async function checkFences(root: string): Promise<string[]> {
  const folders = fencedFolders.filter((folder) => existsSync(join(root, folder)))
  const { output } = await cruise(folders, {
    ...rules.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  })
  if (typeof output === 'string')
    throw new Error('dependency-cruiser answered with text instead of its findings')
  const seen = new Map(
    output.modules.map(({ source, dependencies }) => [
      source,
      new Set(dependencies.map(({ module }) => withoutPrefix(module))),
    ]),
  )
  const unseen = sourcesIn(root, folders).flatMap((file) =>
    importsIn(join(root, file))
      .filter((name) => !seen.get(file)?.has(withoutPrefix(name)))
      .map((name) => `imports-were-seen: ${file} → ${name}\n    The fences did not see this import.`),
  )
  return [...output.summary.violations.map(inWords), ...unseen]
}

function importsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(importInText)].map(([, name = '']) => name)
}

const withoutPrefix = (module: string) => module.replace(/^node:/, '')

function sourcesIn(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx}`, {
      cwd: root,
      exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
    }),
  )
}

function inWords({ rule, from, to, cycle, comment }: IViolation): string {
  const path = cycle === undefined ? [to] : cycle.map(({ name }) => name)
  const reason = rules.forbidden.find(({ name }) => name === rule.name)?.comment ?? comment ?? ''
  return `${rule.name}: ${[from, ...path].join(' → ')}\n    ${reason}`
}
