import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretsFolder } from './data-folder.ts'
import { giveToOwnerOf } from './server-user.ts'

export type SecretName = 'owner-password' | 'app-password' | 'outside-app-password'

/** The password kept under that name in the data folder, readable by its owner alone; made when missing. */
export function keepSecret(folder: SecretsFolder, name: SecretName): string {
  const file = join(folder.secrets, name)
  const found = readIfWhole(file)
  if (found) {
    chmodSync(file, 0o600)
    return found
  }
  const secret = randomBytes(32).toString('base64url')
  const unfinished = `${file}.new`
  const handle = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(handle, `${secret}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  giveToOwnerOf(folder.path, unfinished)
  renameSync(unfinished, file)
  return secret
}

function readIfWhole(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    return secret.length >= 32 ? secret : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
