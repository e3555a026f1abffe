import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { damaged } from './cluster-state.ts'
import type { DataFolder } from './data-folder.ts'
import { diskFull } from './folder-failure.ts'
import { refused, type Started } from './refusal.ts'

/** Says in plain words why PostgreSQL did not start, from what it wrote. */
export function explainStartFailure(folder: DataFolder, said: string): Started<never> {
  const reason = lastComplaint(said)
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(folder.path)
  if (/lock file ".*" already exists|pre-existing shared memory block/.test(reason))
    return inUse(folder, reason)
  if (/Permission denied|has wrong ownership|Operation not permitted/.test(reason)) {
    return refused(
      'folder-not-ours',
      `PostgreSQL may not use its own files in ${folder.cluster}: ${reason}. They are unchanged.`,
      'Give the whole folder to the user PostgreSQL runs as (a restored copy often belongs to somebody else).',
    )
  }
  if (/incompatible with server/.test(said))
    return damaged(folder, 'or it was made on another kind of computer')
  if (isDamage(said)) return damaged(folder, reason)
  return refused(
    'does-not-start',
    `PostgreSQL did not start: ${reason || 'it said nothing'}. Everything saved so far is safe.`,
    'See docs/runbooks/postgres-does-not-start.md; the log is in the data folder, under postgres/log.',
  )
}

export function inUse(folder: DataFolder, reason: string): Started<never> {
  return refused(
    'folder-in-use',
    `Another program is using the database in ${folder.path} in a way that Sathi cannot join: ${reason}. The data is safe.`,
    'Stop the other program (perhaps in another container), then start again.',
  )
}

const patienceMs = 2_000

/**
 * What a server that has ended wrote since its last start. Its last words go through a process of its own that may write
 * them a moment after it has ended, so they are waited for.
 */
export async function readLastWords(folder: DataFolder): Promise<string> {
  const until = Date.now() + patienceMs
  for (;;) {
    const said = readStartLog(folder)
    if (/FATAL|PANIC/.test(said) || Date.now() > until) return said
    await pause(20)
  }
}

/** What the server wrote since its last start: first to our file, then to its own log. */
function readStartLog(folder: DataFolder): string {
  return `${readTail(folder.startLog)}\n${readServerLog(folder)}`
}

function readServerLog(folder: DataFolder): string {
  const logs = join(folder.cluster, 'log')
  try {
    const files = readdirSync(logs).map((name) => join(logs, name))
    const newest = files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
    const text = newest ? readTail(newest) : ''
    return text.slice(Math.max(0, text.lastIndexOf('starting PostgreSQL')))
  } catch {
    return ''
  }
}

function readTail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-20_000)
  } catch {
    return ''
  }
}

function isDamage(said: string): boolean {
  return /PANIC:|could not locate a valid checkpoint|(FATAL|PANIC):.*(could not (open|read|access) (file|directory)|invalid data in file|checksum|corrupt|is not a database cluster directory|missing)/.test(
    said,
  )
}

function lastComplaint(said: string): string {
  const complaints = said.match(/(?:FATAL|PANIC|ERROR|error): .*/g) ?? []
  const worst = complaints.filter((line) => /FATAL|PANIC/.test(line))
  return (worst.at(-1) ?? complaints.at(-1) ?? said.trim().split('\n').at(-1) ?? '')
    .replace(/^\w+:\s+/, '')
    .trim()
}
