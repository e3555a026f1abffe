import { existsSync } from 'node:fs'
import { explainFault } from '../database/index.ts'
import { type Deployment, openDeployment } from '../deployment/index.ts'
import { openReach } from '../network/index.ts'
import { done, type Outcome, type Refusal, refuse } from '../refusal/index.ts'
import { type Output, terminalOutput } from './output.ts'
import { type Command, type Invocation, parseCommand, usage } from './parse-command.ts'

/**
 * Runs one command. Gives the exit status: 0, or 1 with one line on standard error that says what happened,
 * what is safe and what to do next.
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const output = terminalOutput()
  const parsed = parseCommand(words, process.env.INIT_CWD ?? process.cwd(), process.env)
  if (!parsed.ok) return fail(output, parsed.refusal)
  try {
    const outcome = await run(parsed.value, output)
    if (!outcome.ok) return fail(output, outcome.refusal)
    const unwritten = await output.finish()
    return unwritten === undefined ? 0 : fail(output, surprise(unwritten))
  } catch (error) {
    return fail(output, surprise(error))
  }
}

async function run({ command, dataDir }: Invocation, output: Output): Promise<Outcome<void>> {
  if (command.name === 'help') {
    output.line(usage)
    return done(undefined)
  }
  if (command.name === 'start') {
    // A certificate that cannot be used is said before anything is made or begun.
    const reach = openReach(command.listening, new Date())
    if (!reach.ok) return reach
  }
  const databaseUrl = process.env.DATABASE_URL
  // Asking about a folder that is not there is a slip of the pen: it must not leave an empty database behind.
  if (onlyReads.has(command.name) && !databaseUrl && !existsSync(dataDir)) {
    return refuse(
      'no-data-folder',
      `There is no data folder ${dataDir}. Nothing was done.`,
      'Name the folder that holds the records: --data DIR',
    )
  }
  const opened = await openDeployment({
    dataDir,
    ...(databaseUrl ? { databaseUrl } : {}),
    // Whoever starts the server waits and wants to know why; other commands speak only of what they were asked.
    onProgress: (line) => (command.name === 'start' ? output.line(line) : output.progress(line)),
  })
  if (!opened.ok) return opened
  const lost = opened.value.postgres.lost().then((refusal) => ({ ok: false as const, refusal }))
  try {
    return await Promise.race([runWith(opened.value, command, output), lost])
  } finally {
    await opened.value.close()
  }
}

const onlyReads: ReadonlySet<Command['name']> = new Set(['export', 'indicators', 'check', 'backup'])

/** Each command loads only what it needs, so that a small one starts fast. */
async function runWith(
  deployment: Deployment,
  command: Exclude<Command, { name: 'help' }>,
  output: Output,
): Promise<Outcome<void>> {
  switch (command.name) {
    case 'start':
      return (await import('./run-start.ts')).runStart(deployment, command, output)
    case 'setup':
      return (await import('./run-setup.ts')).runSetup(deployment, command, output)
    case 'import':
      return (await import('./run-import.ts')).runImport(deployment, command, output)
    case 'export':
      return (await import('./run-export.ts')).runExport(deployment, command, output)
    case 'indicators':
      return (await import('./run-indicators.ts')).runIndicators(deployment, command, output)
    case 'check':
      return (await import('./run-check.ts')).runCheck(deployment, command, output)
    case 'backup':
      return (await import('./run-backup.ts')).runBackup(deployment, command, output)
    case 'restore':
      return (await import('./run-restore.ts')).runRestore(deployment, command, output)
  }
}

function fail(output: Output, { message, remedy }: Refusal): number {
  output.endProgress()
  output.reason(`${message} ${remedy}`.replaceAll(/\s*\n\s*/g, ' '))
  return 1
}

/** A fault of the machine such as a full disk, by its name; a bug, or a file that cannot be read: said in one line, without a stack. */
function surprise(error: unknown): Refusal {
  const known = explainFault(error)
  if (known !== undefined) return known
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  const name = error instanceof Error ? error.name : 'unknown fault'
  return {
    kind: 'fault',
    message: `Something went wrong: ${name}${code}. Nothing that was stored before is lost.`,
    remedy: 'Try again; if it happens again, run the check command and report it.',
  }
}
