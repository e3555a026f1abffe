import type { SubjectId } from '@sathi/domain'
import { dropRecord, findRecord, keepRecord, listRecords } from '../records/device-records.ts'
import { type Session, unlessEnded } from '../session/session.ts'

/** A half-written form, sealed like everything. `name` tells it from others, such as the subject and the kind. */
export type KeptDraft<Draft = unknown> = {
  readonly name: string
  readonly subject: SubjectId | undefined
  readonly keptAt: string
  readonly draft: Draft
}

const table = 'draft'

export function keepDraft(
  session: Session,
  name: string,
  draft: unknown,
  subject?: SubjectId,
): Promise<void> {
  const kept: KeptDraft = { name, subject, keptAt: session.now(), draft }
  return keepRecord(session.records, table, name, kept, subject)
}

export async function findDraft(session: Session, name: string): Promise<KeptDraft | undefined> {
  return unlessEnded(session, await findRecord<KeptDraft>(session.records, table, name))
}

export async function listDrafts(session: Session): Promise<readonly KeptDraft[]> {
  return unlessEnded(session, await listRecords<KeptDraft>(session.records, table))
}

export function dropDraft(session: Session, name: string): Promise<void> {
  return dropRecord(session.records, table, name)
}
