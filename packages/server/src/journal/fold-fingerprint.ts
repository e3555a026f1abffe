import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rules = fileURLToPath(new URL('../../../domain/src/', import.meta.url))
/** Words and tests do not change what a sheet says. */
const beside = /(?:labels|words|builders|\.test)\.ts$|[/\\]testing[/\\]/

let known: string | undefined

/** Names the way this version of Sathi folds journals into sheets: it changes with the rules, never by forgetting a number. */
export function foldFingerprint(): string {
  known ??= fingerprintOf(rules)
  return known
}

function fingerprintOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const digest = createHash('sha256')
  for (const name of files.sort()) {
    if (name.endsWith('.ts') && !beside.test(name)) digest.update(readFileSync(join(folder, name)))
  }
  return digest.digest('hex').slice(0, 32)
}
