import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findBundledFolder, tryBundledPrograms } from './bundled-binaries.ts'
import { refused, type Started, started } from './refusal.ts'
import { programFile, tryPrograms } from './server-program.ts'
import type { ServerUser } from './server-user.ts'

/** PostgreSQL's programs that run here. */
export type Binaries = { bin: string; version: string; major: number }

const OLDEST_MAJOR = 15

/**
 * Finds PostgreSQL: the one that comes with Sathi, else one installed on this computer (Alpine Linux and
 * Windows on ARM have no bundled one). A database made by one major version is opened by that version only.
 */
export function findBinaries(
  user: ServerUser,
  existing?: { cluster: string; major: number },
): Started<Binaries> {
  const problems: string[] = []
  const majors: number[] = []
  const suits = (major: number) => (existing ? major === existing.major : major >= OLDEST_MAJOR)
  const bundled = findBundledFolder()
  if (bundled) {
    const { bin, trial } = tryBundledPrograms(bundled, user)
    if (trial.runs && suits(trial.major)) return started({ bin, version: trial.version, major: trial.major })
    if (trial.runs) majors.push(trial.major)
    else problems.push(trial.said || trial.code || 'it does not run')
  }
  for (const bin of systemFolders()) {
    const trial = tryPrograms(bin, user)
    if (trial.runs && suits(trial.major)) return started({ bin, version: trial.version, major: trial.major })
    if (trial.runs) majors.push(trial.major)
  }
  if (existing && majors.length > 0) return otherMajor(existing, majors)
  if (problems.length > 0) return unusable(problems)
  return refused(
    'no-binaries',
    `No PostgreSQL was found for this computer (${process.platform} ${process.arch}). Nothing was changed.`,
    `Install PostgreSQL ${OLDEST_MAJOR} or newer (on Alpine Linux: apk add postgresql18), run npm install without leaving out optional packages, or set DATABASE_URL.`,
  )
}

function otherMajor({ cluster, major }: { cluster: string; major: number }, found: number[]): Started<never> {
  return refused(
    'other-major-version',
    `The database in ${cluster} was made by PostgreSQL ${major}, and only ${[...new Set(found)].join(', ')} is here. It is unchanged.`,
    `Install PostgreSQL ${major} on this computer, or take a backup with the earlier Sathi and restore it into a new folder.`,
  )
}

function unusable(problems: string[]): Started<never> {
  return refused(
    'binaries-unusable',
    `The PostgreSQL that comes with Sathi does not run on this computer: ${problems.join('; ')}. Nothing was changed.`,
    `Install PostgreSQL ${OLDEST_MAJOR} or newer, or what it says is missing, or set DATABASE_URL.`,
  )
}

function systemFolders(): string[] {
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  const versioned = ['/usr/lib/postgresql', '/usr/libexec/postgresql', '/usr/local/lib/postgresql'].flatMap(
    (parent) => childrenOf(parent).map((version) => join(parent, version, 'bin')),
  )
  const sideBySide = ['/usr/libexec', '/usr', '/opt/homebrew/opt', '/usr/local/opt'].flatMap((parent) =>
    childrenOf(parent)
      .filter((name) => /^(postgresql|pgsql)[@-]?\d+$/.test(name))
      .flatMap((name) => [join(parent, name, 'bin'), join(parent, name)]),
  )
  const folders = [...new Set([configured ?? '', ...versioned, ...sideBySide])]
  return folders.filter((folder) => folder !== '' && existsSync(programFile(folder, 'postgres')))
}

/** Names in a folder, those with the highest number first. */
function childrenOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  } catch {
    return []
  }
}
