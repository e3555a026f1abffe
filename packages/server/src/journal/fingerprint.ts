import { hash } from 'node:crypto'
import type { Organisation } from './create-organisation.ts'

/**
 * One number for everything that an organisation has stored up to a position: whoever noted it elsewhere notices a store of
 * which everything was changed to fit together. A backup and what is restored from it have the same.
 */
export type Fingerprint = {
  readonly position: number
  /** 64 hexadecimal digits. */
  readonly digits: string
}

type Covered = {
  readonly position: number
  /** The hash chain's, at the position. */
  readonly hash: Buffer
  /** SHA-256 of the lines (`digests.ts`) of the subjects that have entries up to the position, in order of id, each ended by a line break. */
  readonly subjects: Buffer
  readonly organisation: Organisation
}

/**
 * SHA-256 of the lines "sathi fingerprint 1", position, hash, subjects, "true" or "false" for invented people, milliseconds
 * from 1970 to the organisation's making, its name. The epoch is not in it: a restore changes it.
 */
export function fingerprintOf({ position, hash: chained, subjects, organisation }: Covered): Fingerprint {
  const { synthetic, createdAt, name } = organisation
  const lines = [
    'sathi fingerprint 1',
    position,
    chained.toString('hex'),
    subjects.toString('hex'),
    synthetic,
    createdAt.getTime(),
    name,
  ]
  return { position, digits: hash('sha256', lines.join('\n')) }
}
