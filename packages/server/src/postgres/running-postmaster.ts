import type { ChildProcess } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { findCommandLine, findWorkingFolder, processExists, processesNaming } from './process-table.ts'

const NAME_OF_ANY = 'sathi-'

/** PostgreSQL's first process, the one that starts and ends all others, serving a data folder. */
export type Postmaster = {
  pid: number
  /** Folder of its socket, or the address it listens on (Windows); undefined while it has not said yet. */
  host: string | undefined
  port: number | undefined
  phase: 'starting' | 'ready' | 'stopping'
  /** Present where this very process started it. */
  child?: ChildProcess
}

/**
 * The name that every process of the server of this folder carries on its command line. It is made of the
 * folder's place on the disk, so that a copy of a data folder is never taken for the original, nor another
 * process for a postmaster whose id it was given.
 */
export function clusterName(folder: DataFolder): string {
  const place = statSync(folder.cluster, { throwIfNoEntry: false })
  return place ? `${NAME_OF_ANY}${place.dev.toString(36)}-${place.ino.toString(36)}-db` : `${NAME_OF_ANY}gone`
}

/**
 * The process that holds this folder's place though Sathi did not start it, as when somebody ran PostgreSQL
 * on the folder by hand. A server of another data folder that was given the same number is none.
 */
export function findStrangerOn(folder: DataFolder): number | undefined {
  const pid = Number(readPidFile(folder)[0])
  const line = (pid > 0 && findCommandLine(pid)) || ''
  if (!line.includes('postgres') || line.includes(NAME_OF_ANY)) return undefined
  const workingFolder = findWorkingFolder(pid)
  return workingFolder === undefined || workingFolder === folder.cluster ? pid : undefined
}

/** The postmaster that serves the folder now. */
export function findPostmaster(folder: DataFolder): Postmaster | undefined {
  const lines = readPidFile(folder)
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isPostmaster(folder, pid)) return undefined
  const [, , , port, socketFolder, address, , status] = lines
  const phase = status === 'ready' ? 'ready' : status === 'stopping' ? 'stopping' : 'starting'
  return { pid, host: socketFolder || address || undefined, port: Number(port) || undefined, phase }
}

/** True while this process lives and is the postmaster of the folder. */
export function isPostmaster(folder: DataFolder, pid: number): boolean {
  if (!processExists(pid)) return false
  if (process.platform === 'win32') return true
  const line = findCommandLine(pid) ?? ''
  return line.includes(clusterName(folder)) && !isTitleOfChild(line)
}

/** Whether the file of its socket was deleted: it lives, and nobody can connect to it any more. */
export function isUnreachable({ host, port }: Postmaster): boolean {
  if (!host?.startsWith('/')) return false
  try {
    return statSync(join(host, `.s.PGSQL.${port}`), { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

/** Processes of a postmaster that is gone. They hold its memory, and a new one cannot start beside them. */
export function findLeftovers(folder: DataFolder): number[] {
  return processesNaming(clusterName(folder)).filter((pid) => isTitleOfChild(findCommandLine(pid) ?? ''))
}

/** The process that repairs the files after a crash, while it works. */
export function findRecovery(folder: DataFolder): number | undefined {
  return findLeftovers(folder).find((pid) => findCommandLine(pid)?.includes('-db: startup'))
}

/** Postmasters of the folder, also those that have not written their id into it yet. */
export function findEarlyPostmasters(folder: DataFolder): number[] {
  return processesNaming(`cluster_name=${clusterName(folder)}`)
}

export function readPidFile(folder: DataFolder): string[] {
  try {
    return readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim())
  } catch {
    return []
  }
}

/** The server's other processes rename themselves, as in `postgres: sathi-1-2-db: checkpointer`. */
function isTitleOfChild(commandLine: string): boolean {
  return commandLine.startsWith('postgres: ')
}
