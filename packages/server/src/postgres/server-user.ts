import { spawnSync } from 'node:child_process'
import { lchownSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { refused, type Started, started } from './refusal.ts'

/**
 * The user PostgreSQL runs as. PostgreSQL refuses to run as root, so where Sathi is started by root it is
 * handed to an ordinary user; otherwise it is simply the user who started Sathi.
 */
export type ServerUser = 'myself' | { uid: number; gid: number }

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Chooses that user: the owner of an existing database, else the owner of the data folder, else a user named
 * `sathi`, else `nobody`.
 */
export function chooseServerUser(dataFolder: string, clusterFolder: string): Started<ServerUser> {
  if (!isRoot()) return started('myself')
  const cluster = findStats(clusterFolder)
  if (cluster && cluster.uid !== 0) return started({ uid: cluster.uid, gid: cluster.gid })
  const users = readUsers()
  const folder = findStats(dataFolder)
  const chosen =
    users.find((user) => user.uid === folder?.uid && user.uid !== 0) ??
    users.find((user) => user.name === 'sathi') ??
    users.find((user) => user.name === 'nobody')
  if (chosen) return started({ uid: chosen.uid, gid: chosen.gid })
  return noServerUser('this system has no user named sathi or nobody to run it as')
}

export function noServerUser(why: string): Started<never> {
  return refused(
    'no-server-user',
    `PostgreSQL does not run as root, and ${why}. No data was changed.`,
    'Start Sathi as an ordinary user, or add a user named sathi, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** True when that user can enter the folder by its full path, past every folder above it. */
export function canEnter(user: ServerUser, folder: string): boolean {
  if (user === 'myself') return true
  const entered = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  return entered.status === 0
}

/** Gives a path to that user. */
export function giveTo(user: ServerUser, path: string): void {
  if (user !== 'myself') lchownSync(path, user.uid, user.gid)
}

/** Gives a folder and all below it to that user. */
export function giveTreeTo(user: ServerUser, path: string): void {
  giveTo(user, path)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTreeTo(user, join(path, name))
}

/** Files that root makes in another's data folder go to the folder's owner, who may start Sathi next time. */
export function giveToOwnerOf(folder: string, path: string): void {
  if (!isRoot()) return
  const owner = statSync(folder)
  lchownSync(path, owner.uid, owner.gid)
}

export function findStats(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}

function readUsers(): { name: string; uid: number; gid: number }[] {
  let lines: string[] = []
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
  return lines
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }))
}
