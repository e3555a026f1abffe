import type { Compartment, Instant, MemberId, SubjectId } from '../journal/index.ts'
import { type Access, rolesAt } from './access.ts'
import { mayOpen } from './may-read.ts'
import { roleTable } from './role-table.ts'

/**
 * Somebody for whom the key of a compartment is wrapped. `in_hand`: the server gives her the wrap. `in_reserve`: the
 * server keeps it back until she breaks the glass, because in need there is nobody to wrap it: the server cannot.
 */
export type Holder = { readonly member: MemberId; readonly held: 'in_hand' | 'in_reserve' }

/** Who must hold a wrap of a case's compartment key at an instant, beside the organisation's recovery key. */
export function holdersOf(
  everyone: readonly Access[],
  caseId: SubjectId,
  compartment: Compartment,
  at: Instant,
): readonly Holder[] {
  return everyone.flatMap((access): Holder[] => {
    if (mayOpen(access, compartment, caseId, at)) return [{ member: access.member, held: 'in_hand' }]
    const reserve = rolesAt(access, at).some(
      (role) => roleTable[role].duties.includes('break_glass') && roleTable[role].opens.includes(compartment),
    )
    return reserve ? [{ member: access.member, held: 'in_reserve' }] : []
  })
}
