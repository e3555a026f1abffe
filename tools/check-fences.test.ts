import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import rules from '../.dependency-cruiser.mjs'
import { checkFences } from './check-fences.ts'
import { checkStyle } from './check-style.ts'

// The fences are themselves tested: a small house that keeps every rule passes, and each line below breaks one rule
// in one file of it, which must be found in that file, under that name, and nothing else must be.

type Files = Readonly<Record<string, string>>

const house: Files = {
  'package.json': '{ "name": "house", "private": true, "workspaces": ["packages/*"] }',
  ...workspacePackage('domain', { zod: '1' }, true),
  ...workspacePackage('reporting', { '@sathi/domain': '1', d3: '1' }, true),
  ...workspacePackage('contract', { '@sathi/domain': '1', '@sathi/reporting': '1', zod: '1' }, true),
  ...workspacePackage('sealing', { hpke: '1' }, true),
  ...workspacePackage('sync', { '@sathi/domain': '1', '@sathi/sealing': '1' }, true),
  ...workspacePackage(
    'server',
    { '@sathi/contract': '1', '@sathi/domain': '1', '@sathi/reporting': '1', pg: '1', kysely: '1' },
    false,
  ),
  ...workspacePackage(
    'web',
    { '@sathi/contract': '1', '@sathi/domain': '1', '@sathi/sync': '1', react: '1' },
    false,
  ),
  ...npmPackages('zod', 'd3', 'hpke', 'pg', 'kysely', 'react', 'vitest', 'stray'),

  'packages/domain/src/index.ts': "export { fold } from './journal/index.ts'",
  'packages/domain/src/journal/index.ts': "export { fold } from './fold.ts'",
  'packages/domain/src/journal/fold.ts': "import { z } from 'zod'\nexport const fold = z",
  'packages/domain/src/cases/index.ts': "export { openCase } from './open-case.ts'",
  'packages/domain/src/cases/open-case.ts':
    "import { fold } from '../journal/index.ts'\nimport type { Step } from './step.ts'\nexport type Case = Step\nexport const openCase = fold",
  'packages/domain/src/cases/step.ts':
    "import type { Case } from './open-case.ts'\nexport type Step = { of: Case }",
  'packages/domain/src/cases/builders.ts':
    "import { openCase } from './open-case.ts'\nexport const aCase = openCase",
  'packages/domain/src/cases/open-case.test.ts':
    "import { readFileSync } from 'node:fs'\nimport { test } from 'vitest'\nimport { fold } from '../journal/index.ts'\nimport { aCase } from './builders.ts'\ntest('opens', () => [readFileSync, fold, aCase, Date.now(), Math.random()])",
  'packages/reporting/src/index.ts': "export { cases } from './cases/index.ts'",
  'packages/reporting/src/cases/index.ts':
    "import { openCase } from '@sathi/domain/cases'\nimport * as d3 from 'd3'\nexport const cases = [openCase, d3]",
  'packages/contract/src/index.ts': "export { listCases } from './cases/index.ts'",
  'packages/contract/src/refusal/index.ts': "export const refusalKinds = ['fault']",
  'packages/contract/src/cases/index.ts':
    "import { openCase } from '@sathi/domain/cases'\nimport { z } from 'zod'\nexport type Cases = typeof z\nexport const listCases = [openCase, z]",
  'packages/sealing/src/index.ts': "import { hpke } from 'hpke'\nexport const seal = hpke",
  'packages/sync/src/index.ts':
    "import { fold } from '@sathi/domain'\nimport { seal } from '@sathi/sealing'\nexport const push = [fold, seal]",
  'packages/server/src/main.ts': "import { open } from './database/index.ts'\nopen()",
  'packages/server/src/database/index.ts': "export { open } from './open.ts'",
  'packages/server/src/database/open.ts':
    "import { Pool } from 'pg'\nimport { Kysely } from 'kysely'\nexport const open = () => [Pool, Kysely]",
  'packages/server/src/cases/routes.ts':
    "import { listCases } from '@sathi/contract/cases'\nexport const routes = listCases",
  'packages/server/src/cases/store.ts': "import { Kysely } from 'kysely'\nexport const store = Kysely",
  'packages/web/src/main.tsx': "import { CaseList } from './cases/index.ts'\nCaseList()",
  'packages/web/src/cases/index.ts': "export { CaseList } from './case-list.tsx'",
  'packages/web/src/cases/case-list.tsx':
    "import { openCase } from '@sathi/domain/cases'\nimport { Button } from '../ui/index.ts'\nexport const CaseList = () => <Button>{openCase}</Button>",
  'packages/web/src/cases/ask.ts':
    "import type { Cases } from '@sathi/contract/cases'\nimport { refusalKinds } from '@sathi/contract/refusal'\nexport type Asked = Cases\nexport const ask = refusalKinds",
  'packages/web/src/ui/index.ts': "export { Button } from './button.tsx'",
  'packages/web/src/ui/button.tsx': "import { react } from 'react'\nexport const Button = react",
  'bench/main.ts': "import { aCase } from '../packages/domain/src/cases/builders.ts'\naCase()",
}

/** One line for each way to break a rule: its name, the file that breaks it, and what that file says. */
const breaches: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['domain-stands-alone', 'packages/domain/src/cases/uses-stray.ts', "import 'd3'"],
  [
    'domain-stands-alone',
    'packages/domain/src/cases/uses-reporting.ts',
    "import type {} from '@sathi/reporting'",
  ],
  [
    'sealing-imports-nothing-of-ours',
    'packages/sealing/src/knows-work.ts',
    "import { fold } from '@sathi/domain'\nfold()",
  ],
  [
    'domain-stands-alone',
    'packages/domain/src/cases/seals.ts',
    "import { seal } from '@sathi/sealing'\nseal()",
  ],
  [
    'reporting-imports-only-domain',
    'packages/reporting/src/cases/seals.ts',
    "import { seal } from '@sathi/sealing'\nseal()",
  ],
  ['pure-packages-stay-pure', 'packages/sealing/src/reads-disk.ts', "import 'node:crypto'"],
  [
    'reporting-imports-only-domain',
    'packages/reporting/src/cases/syncs.ts',
    "import { push } from '@sathi/sync'\npush()",
  ],
  [
    'sync-imports-only-domain-and-sealing',
    'packages/sync/src/reports.ts',
    "import { cases } from '@sathi/reporting'\ncases()",
  ],
  [
    'contract-imports-only-domain-and-reporting',
    'packages/contract/src/cases/syncs.ts',
    "import { push } from '@sathi/sync'\npush()",
  ],
  ['contract-imports-only-domain-and-reporting', 'packages/contract/src/cases/draws.ts', "import 'd3'"],
  [
    'web-takes-types-of-the-contract',
    'packages/web/src/cases/loads-schemas.ts',
    "import { listCases } from '@sathi/contract/cases'\nlistCases()",
  ],
  [
    'web-takes-types-of-the-contract',
    'packages/web/src/cases/loads-everything.ts',
    "import { listCases } from '@sathi/contract'\nlistCases()",
  ],
  ['pure-packages-stay-pure', 'packages/contract/src/cases/reads-disk.ts', "import 'node:fs'"],
  [
    'screen-parts-know-no-capability',
    'packages/web/src/ui/case-refusal.tsx',
    "import { refusalKinds } from '@sathi/contract/refusal'\nrefusalKinds",
  ],
  [
    'nothing-imports-the-server',
    'packages/web/src/cases/asks-server.ts',
    "import '../../../server/src/main.ts'",
  ],
  ['nothing-imports-the-web-app', 'packages/server/src/cases/draws.ts', "import '../../../web/src/main.tsx'"],
  ['pure-packages-stay-pure', 'packages/reporting/src/cases/reads-disk.ts', "import 'node:fs'"],
  [
    'rooms-through-the-front-door',
    'packages/domain/src/journal/climbs-in.ts',
    "import type {} from '../cases/step.ts'",
  ],
  ['rooms-through-the-front-door', 'packages/web/src/cases/climbs-in.ts', "import '../ui/button.tsx'"],
  ['main-files-use-front-doors', 'packages/server/src/climbs-in.ts', "import './database/open.ts'"],
  [
    'packages-through-the-front-door',
    'packages/web/src/cases/by-path.ts',
    "import '../../../domain/src/cases/step.ts'",
  ],
  [
    'screen-parts-know-no-capability',
    'packages/web/src/ui/case-button.tsx',
    "import { CaseList } from '../cases/index.ts'\nCaseList()",
  ],
  ['no-runtime-cycles', 'packages/reporting/src/cases/egg.ts', "export { hen as egg } from './hen.ts'"],
  ['driver-stays-in-the-store', 'packages/server/src/cases/queries.ts', "import { Pool } from 'pg'\nPool()"],
  [
    'driver-stays-in-the-store',
    'packages/server/src/cases/types.ts',
    "import type { Kysely } from 'kysely'\nexport type K = Kysely",
  ],
  ['builders-stay-out-of-the-product', 'packages/domain/src/cases/invents.ts', "import './builders.ts'"],
  [
    'builders-stay-out-of-the-product',
    'packages/reporting/src/cases/invents.ts',
    "import '../../../domain/src/cases/builders.ts'",
  ],
  [
    'product-never-imports-its-checks',
    'packages/server/src/cases/measures.ts',
    "import '../../../../bench/main.ts'",
  ],
  ['imports-are-declared', 'packages/server/src/cases/found-it.ts', "import 'stray'"],
  ['imports-exist', 'packages/web/src/cases/lost.ts', "import './nowhere.ts'"],
]

/** Files that take part in a breach without breaking a rule themselves. */
const accomplices: Files = {
  'packages/reporting/src/cases/hen.ts': "import { egg } from './egg.ts'\nexport const hen = egg",
}

/** The clock and the dice are kept out by Biome, from the same rules that check the real house. */
const styleBreaches: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    'lint/style/noRestrictedGlobals',
    'packages/domain/src/cases/today.ts',
    'export const today = () => Date.now()\n',
  ],
  [
    'lint/style/noRestrictedGlobals',
    'packages/reporting/src/cases/ids.ts',
    'export const id = () => crypto.randomUUID()\n',
  ],
  ['lint/style/noRestrictedGlobals', 'packages/sync/src/sneaks.ts', 'export const clock = globalThis\n'],
  ['lint/style/noRestrictedGlobals', 'packages/sealing/src/today.ts', 'export const at = () => Date.now()\n'],
  ['plugin', 'packages/sealing/src/dice.ts', 'export const key = () => Math.random()\n'],
  ['plugin', 'packages/reporting/src/cases/dice.ts', 'export const roll = () => Math.random()\n'],
  ['plugin', 'packages/domain/src/cases/dice.ts', 'const { random } = Math\nexport const roll = random\n'],
  ['lint/suspicious/noConsole', 'packages/server/src/cases/prints.ts', "console.log('names')\n"],
]

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'sathi-fences-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('the fences between packages and rooms', () => {
  let found: string[] = []
  beforeAll(async () => {
    const broken = build('broken', { ...house, ...accomplices, ...asFiles(breaches) })
    found = await checkFences(broken)
  })

  test('a house that keeps the rules passes', async () => {
    expect(await checkFences(build('clean', house))).toEqual([])
  })

  test.each(breaches)('%s stops %s', (rule, file) => {
    expect(found.map(heading)).toContainEqual(expect.stringContaining(`${rule}: ${file} → `))
  })

  test('every rule is broken by one of these', () => {
    expect(new Set(breaches.map(([rule]) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)))
  })

  test('each refusal tells the newcomer why', () => {
    for (const fault of found) expect(fault.split('\n')[1]?.trim()).toMatch(/^[a-zA-Z].{40}/)
  })

  test('only the files that break a rule are named', () => {
    const guilty = new Set([...breaches.map(([, file]) => file), ...Object.keys(accomplices)])
    for (const fault of found) expect(guilty).toContain(/: (\S+)/.exec(fault)?.[1])
  })

  test('a file whose imports cannot be read does not pass for a file without imports', async () => {
    const odd = build('odd', {
      ...house,
      'bench/odd.mts': '',
      'packages/domain/src/cases/odd.ts': 'import {',
    })
    await expect(checkFences(odd)).rejects.toThrow('odd.ts')
  })
})

describe('the clock and the dice', () => {
  test('a house that keeps the rules passes', () => {
    expect(checkStyle(withSettings(build('clean-style', {})))).toEqual([])
  })

  test.each(styleBreaches)('%s stops %s', (rule, file, text) => {
    const [faults] = checkStyle(withSettings(build(`style-${file.replaceAll('/', '-')}`, { [file]: text })))
    expect(faults).toContain(rule)
    expect(faults).toContain(file)
  })

  test('tests may have both', () => {
    const file = 'packages/domain/src/cases/today.test.ts'
    const text = 'export const today = [Date.now(), Math.random()]\n'
    expect(checkStyle(withSettings(build('style-of-tests', { [file]: text })))).toEqual([])
  })
})

const heading = (fault: string) => fault.split('\n')[0]

function workspacePackage(name: string, dependencies: Files, isLibrary: boolean): Files {
  const exports = isLibrary ? { '.': './src/index.ts', './*': './src/*/index.ts' } : undefined
  return {
    [`packages/${name}/package.json`]: JSON.stringify({ name: `@sathi/${name}`, exports, dependencies }),
  }
}

function npmPackages(...names: string[]): Files {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'dist/index.js' })],
      [`node_modules/${name}/dist/index.js`, 'export {}'],
    ]),
  )
}

function asFiles(lines: readonly (readonly [string, string, string])[]): Files {
  return Object.fromEntries(lines.map(([, file, text]) => [file, text]))
}

function build(name: string, files: Files): string {
  const root = join(place, name)
  mkdirSync(join(root, 'node_modules', '@sathi'), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const workspace of ['domain', 'reporting', 'contract', 'sealing', 'sync', 'server', 'web']) {
    symlinkSync(
      join(root, 'packages', workspace),
      join(root, 'node_modules', '@sathi', workspace),
      'junction',
    )
  }
  return root
}

/** The settings of the real house, copied into the small one. */
function withSettings(root: string): string {
  const real = dirname(dirname(fileURLToPath(import.meta.url)))
  writeFileSync(join(root, '.gitignore'), 'node_modules/\n')
  for (const file of ['biome.json', 'tools/no-randomness.grit']) cpSync(join(real, file), join(root, file))
  return root
}
