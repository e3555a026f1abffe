import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { checkFences } from './check-fences.ts'
import { checkRooms } from './check-rooms.ts'
import { checkRules } from './check-rules.ts'
import { checkStyle } from './check-style.ts'
import type { Tally } from './tally.ts'

/** A check that reads the repository without running it, and answers the faults it found, each in words. */
type Check = { readonly name: string; readonly faults: (root: string) => Promise<string[]> }

/** Runs every static check, shows each with its faults, and goes on after a fault. */
export async function runStaticChecks(root: string): Promise<Tally> {
  const tally: Tally = { passed: 0, skipped: 0, failures: [] }
  for (const { name, faults } of checksOf(root)) {
    const begun = performance.now()
    const found = await faults(root).catch((reason: unknown) => [String(reason)])
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${found.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    for (const fault of found) console.log(fault.replaceAll(/^/gm, '    '))
    if (found.length === 0) tally.passed += 1
    else tally.failures.push(name)
  }
  return tally
}

function checksOf(root: string): Check[] {
  const projects = globSync(['packages/*/tsconfig*.json', 'tsconfig.tests.json'], { cwd: root }).sort()
  return [
    ...projects.map((project) => ({
      name: `types: ${project}`,
      faults: async () => checkTypes(root, project),
    })),
    { name: 'form and lint', faults: async () => checkStyle(root) },
    { name: 'fences between packages and rooms', faults: checkFences },
    { name: 'every rule has its test', faults: async () => checkRules(root) },
    { name: 'rooms have the same names everywhere', faults: async () => checkRooms(root) },
  ]
}

const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)

function checkTypes(root: string, project: string): string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, '-p', project, '--pretty', 'false'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()]
}
