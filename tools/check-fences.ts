import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type IViolation } from 'dependency-cruiser'
import rules from '../.dependency-cruiser.mjs'

/** Folders whose imports the fences look at. */
const fencedFolders = ['packages', 'bench', 'e2e', 'demo']

/** Text of a file that has at least one import of another file: what a reader that understood nothing would miss. */
const hasImport = /^(?:import|export)\b[^'"]*?\bfrom\s+['"]/m

/**
 * What breaks the rules of `.dependency-cruiser.mjs`, one sentence for each import. Files that were not read are
 * faults too: a fence that sees nothing lets everything through.
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
  const dependencies = new Map(output.modules.map((module) => [module.source, module.dependencies.length]))
  const unread = sourcesIn(root, folders).filter((file) => {
    const found = dependencies.get(file)
    return found === undefined || (found === 0 && hasImport.test(readFileSync(join(root, file), 'utf8')))
  })
  return [
    ...output.summary.violations.map(inWords),
    ...unread.map(
      (file) => `imports-were-read: ${file}\n    The fences could not read the imports of this file.`,
    ),
  ]
}

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
