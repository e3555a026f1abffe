import type { Refusal } from '../refusal/index.ts'

const fullDisk: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT'])
const SQLITE_FULL = 13

const diskFull: Refusal = {
  kind: 'disk-full',
  message: 'The disk is full. Nothing of this was stored; everything that was stored before is safe.',
  remedy:
    'Free at least 1 GB on the disk that holds the data folder, then do it again (docs/runbooks/the-disk-is-full.md).',
}

/**
 * What to tell of an error that is no bug of ours: a full disk, whoever met it (PostgreSQL, a file, SQLite's lock), or a
 * PostgreSQL that cannot be started again. Undefined for every other.
 */
export function explainFault(error: unknown): Refusal | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code, errcode, refusal } = one as Error & { code?: string; errcode?: number; refusal?: Refusal }
    if (refusal !== undefined) return refusal
    // SQLite's code has the sort of its error in the lowest byte.
    if (fullDisk.has(code) || (errcode ?? 0) % 256 === SQLITE_FULL) return diskFull
  }
  return undefined
}

/** The error with which work ends because PostgreSQL cannot be started again, for the reason that the refusal gives. */
export function databaseLost(refusal: Refusal, cause: unknown): Error {
  return Object.assign(new Error('the database cannot be started again', { cause }), { refusal })
}
