import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** True while a process with this id exists, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * The command line of a living process. Empty for one that has died but was not collected by its parent,
 * which is how an orphan looks in a container without an init process; undefined where none exists.
 */
export function findCommandLine(pid: number): string | undefined {
  if (process.platform === 'linux') return readOrUndefined(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ')
  if (process.platform === 'win32') return processExists(pid) ? 'postgres' : undefined
  return ps(['-ww', '-o', 'command=', '-p', String(pid)])?.trim()
}

/** The folder a process works in; undefined where the system does not tell this user. */
export function findWorkingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/**
 * A mark that tells a process from a later one with the same id: when it began, in whatever form the system
 * gives it. Empty where the system does not say cheaply (Windows).
 */
export function processStartMark(pid: number): string {
  if (process.platform === 'win32') return ''
  if (process.platform !== 'linux') return ps(['-o', 'lstart=', '-p', String(pid)])?.trim() ?? ''
  const stat = readOrUndefined(`/proc/${pid}/stat`) ?? ''
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

/** Ids of all living processes whose command line holds the text. */
export function processesNaming(text: string): number[] {
  if (process.platform === 'win32') return []
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return pids.map(Number).filter((pid) => findCommandLine(pid)?.includes(text))
  }
  const lines = ps(['-axww', '-o', 'pid=,command='])?.split('\n') ?? []
  return lines.filter((line) => line.includes(text)).map((line) => Number.parseInt(line, 10))
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ps(options: string[]): string | undefined {
  try {
    return execFileSync('ps', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
