import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SETTINGS_FILE } from './cluster-settings.ts'
import type { DataFolder } from './data-folder.ts'
import { explainFolderError } from './folder-failure.ts'
import { refused, type Started, started } from './refusal.ts'
import { findStats } from './server-user.ts'

export type ClusterState = { kind: 'absent' } | { kind: 'present'; major: number }

/** What lies in the place of PostgreSQL's files. Nothing is changed; what Sathi did not make is refused. */
export function inspectCluster(folder: DataFolder): Started<ClusterState> {
  try {
    return inspect(folder)
  } catch (error) {
    return explainFolderError(folder.cluster, error as NodeJS.ErrnoException)
  }
}

function inspect(folder: DataFolder): Started<ClusterState> {
  const stats = findStats(folder.cluster)
  if (!stats) return started({ kind: 'absent' })
  if (folder.serverUser === 'myself' && process.getuid && stats.uid !== process.getuid()) {
    return refused(
      'folder-not-ours',
      `The database in ${folder.cluster} belongs to another user of this computer. It is unchanged.`,
      'Start Sathi as that user, or have the whole data folder given to this one.',
    )
  }
  const names = readdirSync(folder.cluster)
  if (names.length === 0) return started({ kind: 'absent' })
  if (!names.includes(SETTINGS_FILE)) {
    return refused(
      'folder-not-ours',
      `${folder.cluster} holds files that Sathi did not make. They are unchanged.`,
      'Choose another data folder with --data, or move these files away.',
    )
  }
  const major = readMajor(folder)
  if (major === undefined || !findStats(join(folder.cluster, 'global', 'pg_control'))) {
    return damaged(folder, 'files that belong to it are missing')
  }
  return started({ kind: 'present', major })
}

function readMajor(folder: DataFolder): number | undefined {
  const file = join(folder.cluster, 'PG_VERSION')
  if (!findStats(file)) return undefined
  const major = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return major > 0 ? major : undefined
}

export function damaged(folder: DataFolder, what: string): Started<never> {
  return refused(
    'folder-damaged',
    `The database in ${folder.cluster} is damaged: ${what}. Sathi does not touch it.`,
    'Keep the folder as it is, and restore the latest backup into a new data folder.',
  )
}
