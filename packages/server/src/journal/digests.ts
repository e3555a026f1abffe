import { hash } from 'node:crypto'
import type { OrgId } from '../database/index.ts'
import type { Organisation } from './create-organisation.ts'
import type { SubjectCard } from './surroundings.ts'

/*
 * What the hash chain does not cover is digested beside it, in `org_feed`. Lines are UTF-8, with a line break between them:
 *   codes  the sum, modulo 2^256, of the SHA-256 of each subject's lines: "sathi subject 1", organisation, id, type, code.
 *          A sum, so that a new subject is added, and a code replaced, without reading the others.
 *   about  the SHA-256 of the lines "sathi organisation 1", id, "true" or "false" for invented people, milliseconds from 1970
 *          to its making, epoch, name
 * Migration 0003 writes the same in SQL for what was stored before.
 */
const modulus = 2n ** 256n

/** The sum over no subjects. */
export const noCodes: Buffer = Buffer.alloc(32)

export type CodedSubject = SubjectCard & { readonly id: string }

/** The lines of a subject that are digested. */
export function subjectLines(orgId: OrgId, { id, type, code }: CodedSubject): string {
  return `sathi subject 1\n${orgId}\n${id}\n${type}\n${code}`
}

/** The sum over subjects and some more: 32 bytes, most significant first. */
export function addCodes(sum: Buffer, orgId: OrgId, subjects: Iterable<CodedSubject>): Buffer {
  let total = BigInt(`0x${sum.toString('hex')}`)
  for (const subject of subjects) total += BigInt(`0x${hash('sha256', subjectLines(orgId, subject))}`)
  return Buffer.from((total % modulus).toString(16).padStart(64, '0'), 'hex')
}

/** The digest of what is stored about an organisation: 32 bytes. */
export function digestAbout({ orgId, name, synthetic, createdAt, epoch }: Organisation): Buffer {
  const lines = ['sathi organisation 1', orgId, synthetic, createdAt.getTime(), epoch, name]
  return hash('sha256', lines.join('\n'), 'buffer')
}
