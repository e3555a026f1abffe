import { createHash } from 'node:crypto'
import type { SubjectId } from '@sathi/domain'
import type { OrgId } from '../database/index.ts'
import { addCodes, type CodedSubject, noCodes, subjectLines } from './digests.ts'
import type { FindingList } from './finding.ts'

/** A subject with the position of its first entry; null when there is none. */
export type CheckedSubject = CodedSubject & { readonly id: SubjectId; readonly first: number | null }

export type SubjectCheck = {
  /** Subjects in order of id. */
  take(subjects: readonly CheckedSubject[]): void
  /** Compares with the digest of the codes, where there is one. Gives the subjects' part of the fingerprint at the position. */
  finish(codes: Buffer | undefined): Buffer
}

/** Checks subjects one by one: each has an entry, and all of them together are those whose codes were digested. */
export function checkSubjects(orgId: OrgId, upTo: number, findings: FindingList): SubjectCheck {
  const lines = createHash('sha256')
  let codes = noCodes
  return {
    take(subjects) {
      codes = addCodes(codes, orgId, subjects)
      for (const subject of subjects) {
        if (subject.first === null) findings.add({ found: 'subject-surplus', subject: subject.id })
        else if (subject.first <= upTo) lines.update(`${subjectLines(orgId, subject)}\n`)
      }
    },
    finish(stored) {
      if (stored !== undefined && !stored.equals(codes)) {
        findings.add({ found: 'codes-differ', organisation: orgId })
      }
      return lines.digest()
    },
  }
}
