import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome, refuse } from '../refusal/index.ts'

/** One program serves a data folder at a time: a second start on it is told so. */
export function takeServing(dataDir: string): Outcome<{ release(): void }> {
  mkdirSync(join(dataDir, 'run'), { recursive: true })
  const path = join(dataDir, 'run', 'serving')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      return done({ release: () => rmSync(path, { force: true }) })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (isRunning(Number(readFileSync(path, 'utf8')))) break
      // Left behind by a program that was killed.
      rmSync(path, { force: true })
    }
  }
  return refuse(
    'served-already',
    'Sathi is running on this data folder already.',
    'Use that one, or stop it first; another folder can be named with --data DIR.',
  )
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
