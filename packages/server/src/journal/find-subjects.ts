import type { SubjectId, SubjectType } from '@sathi/domain'
import type { Transaction } from '../database/index.ts'

/** A subject with the code that people know it by. */
export type Subject = { readonly id: SubjectId; readonly type: SubjectType; readonly code: string }

/** The subjects of these ids, by id; those not stored are left out. */
export async function findSubjects(
  tx: Transaction,
  ids: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, Subject>> {
  const rows = await tx.tables
    .selectFrom('subject')
    .select(['id', 'type', 'code'])
    .where('org_id', '=', tx.orgId)
    .where('id', '=', (any) => any.fn.any(any.val(ids)))
    .execute()
  return new Map((rows as Subject[]).map((subject) => [subject.id, subject]))
}

/** Every subject of the organisation, in no order. */
export async function listSubjects(tx: Transaction): Promise<Subject[]> {
  const rows = await tx.tables
    .selectFrom('subject')
    .select(['id', 'type', 'code'])
    .where('org_id', '=', tx.orgId)
    .execute()
  return rows as Subject[]
}
