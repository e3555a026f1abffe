import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { explainFolderError, tryLockFolder } from '../postgres/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'

/**
 * One program serves a data folder at a time: a second start on it is told so. The lock is given back by the operating
 * system when its holder dies, so a killed server leaves nothing behind.
 */
export function takeServing(dataDir: string): Outcome<{ release(): void }> {
  const run = join(dataDir, 'run')
  try {
    mkdirSync(run, { recursive: true })
    const lock = tryLockFolder(join(run, 'serving-lock'))
    return lock === undefined ? servedAlready : done(lock)
  } catch (error) {
    return explainFolderError(run, error as NodeJS.ErrnoException)
  }
}

const servedAlready = refuse(
  'served-already',
  'Sathi is running on this data folder already.',
  'Use that one, or stop it first; another folder can be named with --data DIR.',
)
