import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What Sathi itself makes in a data folder; `postgres.new-…` is a database that is only being made. */
const parts = /^(?:postgres(?:\.new-\d+)?|run|secrets|log)$/
/** What systems put into folders by themselves. */
const traces = /^(?:\..*|lost\+found|desktop\.ini|Thumbs\.db)$/i

/**
 * The first file in a folder by which it is somebody else's: a folder of documents, or a whole disk, whose parts may
 * have the names of ours (`/run`), and would be taken over. Once Sathi has settled in, anything may lie there.
 */
export function findStrangeFile(folder: string): string | undefined {
  const names = readdirSync(folder)
  if (names.includes('secrets') && hasPasswords(join(folder, 'secrets'))) return undefined
  return names.sort().find((name) => !parts.test(name) && !traces.test(name))
}

function hasPasswords(secrets: string): boolean {
  try {
    return readdirSync(secrets).some((name) => name.endsWith('app-password'))
  } catch {
    return false
  }
}
