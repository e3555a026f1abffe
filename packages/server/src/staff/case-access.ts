import type { MemberId, SubjectId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import type { AccessNote } from './access-event.ts'
import type { AssignedCase } from './assignment.ts'

const isCaseThere = statement(
  'is_case_there',
  `select 1 as found from app.subject where org_id = (select app.org_id()) and id = $1 and type = 'case'`,
)
const hasCase = statement(
  'has_case',
  `select exists (select from app.assignment where org_id = (select app.org_id()) and member_id = $1
                  and subject_id = $2 and state = 'running')
       or exists (select from app.break_glass where org_id = (select app.org_id()) and member_id = $1
                  and subject_id = $2 and state = 'running') as has`,
)

export async function isCase(tx: Transaction, subject: SubjectId): Promise<boolean> {
  return (await tx.query(isCaseThere, [subject])).length > 0
}

/** Whether a case is the member's just now, by assignment or by break-glass. */
export async function hasCaseNow(tx: Transaction, member: MemberId, subject: SubjectId): Promise<boolean> {
  return (await tx.query<{ has: boolean }>(hasCase, [member, subject]))[0]?.has === true
}

export function granted(member: MemberId, subject: SubjectId): AccessNote {
  return { for: member, what: { event: 'granted', subject: { type: 'case', id: subject } } }
}

/** A case that is a member's no more; nothing to tell while it is hers by another way. */
export async function revokedUnlessHers(
  tx: Transaction,
  member: MemberId,
  subject: SubjectId,
): Promise<AccessNote[]> {
  if (await hasCaseNow(tx, member, subject)) return []
  return [{ for: member, what: { event: 'revoked', subject: { type: 'case', id: subject } } }]
}

/** Everybody who sees the case learns who works on it. */
export function assignmentTold({ id, member, subject, as, from, until, state }: AssignedCase): AccessNote {
  return {
    for: null,
    what: {
      event: 'assignment',
      subject: { type: 'case', id: subject },
      assignment: {
        id,
        subject,
        member,
        as,
        from: from.toISOString(),
        until: until?.toISOString() ?? null,
        state,
      },
    },
  }
}
