import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../data-folder.ts'
import { enterFolder } from '../folder-users.ts'
import { leaveFolder } from '../leave-folder.ts'
import { TEST_FOLDER_VARIABLE } from './test-postgres.ts'

/**
 * Gives one test run one folder for its PostgreSQL. No server is started here: the first test that asks for a
 * database starts it, the others join it, and this process, which outlives them all, stops it at the end.
 */
export function setup(): () => Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'sathi-tests-'))
  chmodSync(parent, 0o711)
  const dataDir = join(parent, 'data')
  const folder = openDataFolder(dataDir)
  if (!folder.ok) throw new Error(`${folder.refusal.message} ${folder.refusal.remedy}`)
  const user = enterFolder(folder.value.users)
  process.env[TEST_FOLDER_VARIABLE] = dataDir
  return async () => {
    await leaveFolder(folder.value, user)
    rmSync(parent, { recursive: true, force: true })
  }
}
