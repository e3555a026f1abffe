import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { ensureWebApp } from './ensure-web-app.ts'
import { ensureChromium } from './find-chromium.ts'
import { runVitest } from './run-vitest.ts'
import { runStaticChecks } from './static-checks.ts'
import { printTally, sumOf, type Tally } from './tally.ts'

// All that must hold before a change is taken, in the order that fails soonest. Nothing is left out after a failure,
// so one run names everything. With arguments, only the test files whose names contain one of them.

const root = dirname(import.meta.dirname)
const patterns = process.argv.slice(2)

const tallies: Tally[] = []
if (patterns.length === 0) {
  heading('Checks that read the code')
  tallies.push(await runStaticChecks(root))
}
heading('Tests beside the code')
tallies.push(await runVitest(root, 'vitest.config.ts', patterns))
if (patterns.length === 0 || journeysMatch()) {
  heading('Journeys in a browser')
  tallies.push(await runJourneys())
}

const total = sumOf(tallies)
if (total.passed + total.failures.length === 0)
  total.failures.push(`no test file matches ${patterns.join(', ')}`)
heading(`${Math.round(performance.now() / 1000)} seconds in all`)
printTally(total)
process.exitCode = total.failures.length > 0 ? 1 : 0

/** What the journeys need is itself checked: without the web app or a browser they fail, they are never passed over. */
async function runJourneys(): Promise<Tally> {
  const ready: Tally = { passed: 0, skipped: 0, failures: [] }
  await prepare('the web app builds', () => ensureWebApp(root), ready)
  const browser = await prepare('a browser is found', () => ensureChromium(), ready)
  if (ready.failures.length > 0) return ready
  if (browser !== undefined) process.env.CHROMIUM_PATH = browser
  return sumOf([ready, await runVitest(root, 'e2e/vitest.config.ts', patterns)])
}

async function prepare<T>(name: string, work: () => T, ready: Tally): Promise<Awaited<T> | undefined> {
  try {
    const result = await work()
    console.log(`✓ ${name}`)
    ready.passed += 1
    return result
  } catch (reason) {
    console.log(`✗ ${name}\n${String(reason).replaceAll(/^/gm, '    ')}`)
    ready.failures.push(name)
    return undefined
  }
}

function journeysMatch(): boolean {
  return globSync('e2e/*.spec.ts', { cwd: root }).some((file) => patterns.some((part) => file.includes(part)))
}

function heading(text: string): void {
  console.log(`\n── ${text} ──\n`)
}
