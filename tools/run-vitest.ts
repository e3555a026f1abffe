import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { runChild } from './boot/run-child.mjs'
import type { Tally } from './tally.ts'

/** The parts of Vitest's JSON report that are counted. */
type Report = {
  readonly numPassedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/**
 * Runs Vitest with one configuration and counts. Its own end counts too: a run that crashed, or that met an error
 * outside every test, is a failure even when no test failed.
 * @param files parts of file names; none means all
 */
export async function runVitest(root: string, config: string, files: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-tests-'))
  const outcome = join(folder, 'outcome.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${outcome}`]
  const narrowed = files.length > 0 ? ['--passWithNoTests'] : []
  const { status, wasInterrupted } = await runChild(
    process.execPath,
    [vitest, 'run', '--config', config, ...options, ...narrowed, ...files],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const tally = existsSync(outcome)
    ? tallyOf(root, JSON.parse(readFileSync(outcome, 'utf8')))
    : { passed: 0, skipped: 0, failures: [] }
  rmSync(folder, { recursive: true, force: true })
  if (wasInterrupted) process.exit(130)
  if (status !== 0 && tally.failures.length === 0) {
    tally.failures.push(`${config}: Vitest ended with an error outside every test (shown above)`)
  }
  return tally
}

function tallyOf(root: string, report: Report): Tally {
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`)
    return status === 'failed' ? [`${file}: its tests could not be run (reason shown above)`] : []
  })
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}
