import { mayDo } from '@sathi/domain/staff'
import { type AuditPage, readAuditPage } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { type Answer, no, yes } from './answer.ts'
import { actNow } from './hold-staff.ts'
import type { MemberActor } from './member-actor.ts'

/** A page of the audit journal, for those whose duty it is to read it. */
export async function readAudit(
  tx: Transaction,
  asked: MemberActor,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<Answer<AuditPage>> {
  const acting = await actNow(tx, asked)
  if (!acting.ok) return acting
  const { access, at } = acting.value
  return mayDo(access, 'read_audit', at) ? yes(await readAuditPage(tx, page)) : no('not-yours-to-do')
}
