import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../data-folder.ts'
import { countFolderUsers, enterFolder } from '../folder-users.ts'
import { leaveFolder } from '../leave-folder.ts'
import { TEST_FOLDER_VARIABLE } from './test-postgres.ts'

const PREFIX = 'sathi-tests-'

/**
 * Gives one test run one folder for its PostgreSQL. No server is started here: the first test that asks for a
 * database starts it, the others join it, and this process, which outlives them all, stops it at the end.
 */
export async function setup(): Promise<() => Promise<void>> {
  await clearAfterKilledRuns()
  const parent = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(parent, 0o711)
  const dataDir = join(parent, 'data')
  const folder = openDataFolder(dataDir)
  if (!folder.ok) throw new Error(`${folder.refusal.message} ${folder.refusal.remedy}`)
  const user = enterFolder(folder.value.users)
  process.env[TEST_FOLDER_VARIABLE] = dataDir
  return async () => {
    await leaveFolder(folder.value, user)
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

async function clearAfterKilledRuns(): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const parent = join(tmpdir(), name)
    const stats = statSync(parent, { throwIfNoEntry: false })
    if (!stats || stats.mtimeMs > anHourAgo || stats.uid !== process.getuid?.()) continue
    const folder = openDataFolder(join(parent, 'data'))
    if (!folder.ok || countFolderUsers(folder.value.users) > 0) continue
    await leaveFolder(folder.value, { leave: () => undefined })
    rmSync(parent, { recursive: true, force: true })
  }
}
