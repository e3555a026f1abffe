import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { done, type Outcome, type Refusal, refuse } from '../refusal/index.ts'
import type { OrganisationLine } from './backup-format.ts'
import { readBackup } from './read-backup.ts'

/** The path that a backup is to have: nothing is there, or an earlier backup of the same records. */
export type Place =
  | { readonly state: 'free' }
  /** `mark` tells that very file from any other that comes to stand there. */
  | { readonly state: 'earlier-backup'; readonly mark: string }

/** How far each organisation that is stored has come, by id. */
export type StoredPositions = ReadonlyMap<string, number>

/**
 * Looks at what is at the path. An earlier backup of the same records may be replaced, so that a nightly command can name the
 * same file each time; anything else is refused: other files, links, other records' backups, and one that holds
 * more than is stored now, which may be the last that is left of it.
 */
export async function judgePlace(path: string, stored: StoredPositions): Promise<Outcome<Place>> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined) return done({ state: 'free' })
  if (!found.isFile()) throw notPlain()
  const file = await open(
    path,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  )
  try {
    const mark = markOf(await file.stat({ bigint: true }))
    const first = await findFirstOrganisation(file)
    const now = first && stored.get(first.organisation)
    if (first === undefined || now === undefined) return refuseTaken()
    return first.position > now ? refuseFuller() : done({ state: 'earlier-backup', mark })
  } finally {
    await file.close()
  }
}

/** Whether the earlier backup is still the file at the path. */
export async function isUnchanged(path: string, mark: string): Promise<boolean> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined)
  return found?.isFile() === true && markOf(found) === mark
}

export function refuseTaken(): { readonly ok: false; readonly refusal: Refusal } {
  return refuse(
    'already-there',
    'There is a file of that name already that is no backup of these records; it was not touched, and nothing was written.',
    'Name a new file, with the day in its name.',
  )
}

function refuseFuller(): { readonly ok: false; readonly refusal: Refusal } {
  return refuse(
    'already-there',
    'The backup of that name holds more than this data folder; it was not touched, and nothing was written.',
    'Keep it, find out what is missing here, and name a new file.',
  )
}

async function findFirstOrganisation(file: FileHandle): Promise<OrganisationLine | undefined> {
  for await (const piece of readBackup(file)) {
    if (piece.piece === 'organisation') return piece.line
    if (piece.piece !== 'header') return undefined
  }
  return undefined
}

function markOf({
  dev,
  ino,
  size,
  mtimeNs,
}: {
  dev: bigint
  ino: bigint
  size: bigint
  mtimeNs: bigint
}): string {
  return [dev, ino, size, mtimeNs].join(' ')
}

function notPlain(): Error {
  return Object.assign(new Error('not a plain file'), { syscall: 'open', code: 'EISDIR' })
}
