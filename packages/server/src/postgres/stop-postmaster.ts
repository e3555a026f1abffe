import { setTimeout as pause } from 'node:timers/promises'
import type { DataFolder } from './data-folder.ts'
import { findBinaries } from './find-binaries.ts'
import { findLeftovers, findRecovery, isPostmaster, type Postmaster } from './running-postmaster.ts'
import { programFile, runServerProgram } from './server-program.ts'

/** A clean stop writes all changed pages to the disk; on a slow one that takes a while. */
const CLEAN_STOP_MS = 60_000
const CRASH_STOP_MS = 10_000
const RECOVERY_STOP_MS = 3_000

/**
 * Stops the server in order: transactions under way are rolled back, all else is written. If it does not end
 * in time it is made to end at once, which loses nothing that was acknowledged: the next start repairs.
 */
export async function stopPostmaster(folder: DataFolder, postmaster: Postmaster): Promise<void> {
  if (process.platform === 'win32') return stopOnWindows(folder)
  const gone = () => !isPostmaster(folder, postmaster.pid)
  const steps = [
    { signal: 'SIGINT', ms: CLEAN_STOP_MS },
    { signal: 'SIGQUIT', ms: CRASH_STOP_MS },
    { signal: 'SIGKILL', ms: CRASH_STOP_MS },
  ] as const
  for (const { signal, ms } of steps) {
    if (gone()) break
    sendSignal(postmaster.pid, signal)
    if (await waitFor(gone, RECOVERY_STOP_MS)) break
    // Asked in the moment in which it repairs itself, a server may miss it; there is nothing of it to write in order.
    if (findRecovery(folder) === undefined && (await waitFor(gone, ms))) break
  }
  await endLeftovers(folder)
}

/** Ends what a killed postmaster left behind: it holds the memory that the next one needs. */
export async function endLeftovers(folder: DataFolder): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const leftovers = findLeftovers(folder)
    for (const pid of leftovers) sendSignal(pid, signal)
    if (leftovers.length === 0 || (await waitFor(() => findLeftovers(folder).length === 0, 2000))) return
  }
}

/** Asks for a clean stop without waiting for it. */
export function askToStop(postmaster: Postmaster): void {
  sendSignal(postmaster.pid, 'SIGINT')
}

/** True as soon as the condition holds, false when it does not within the time. */
export async function waitFor(condition: () => boolean, ms: number): Promise<boolean> {
  const until = Date.now() + ms
  while (!condition()) {
    if (Date.now() > until) return false
    await pause(10)
  }
  return true
}

async function stopOnWindows(folder: DataFolder): Promise<void> {
  const binaries = findBinaries(folder.serverUser)
  if (!binaries.ok) return
  const args = ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', String(CLEAN_STOP_MS / 1000)]
  await runServerProgram(programFile(binaries.value.bin, 'pg_ctl'), args, {
    user: folder.serverUser,
    cwd: folder.cluster,
    signal: new AbortController().signal,
  })
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  // On Windows every signal is a plain kill; there the server is left for the next start to join.
  if (process.platform === 'win32') return
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}
