import { type AuditAct, appendAudit } from '../audit/index.ts'
import type { Transaction } from '../database/index.ts'
import { type AccessNote, tellDevices } from './access-event.ts'
import { elapseAssignments } from './assignment.ts'
import { elapseBreakGlass } from './break-glass.ts'
import { assignmentTold, granted, revokedUnlessHers } from './case-access.ts'

/**
 * Tells devices of assignments and opened cases that have begun or ended because time passed. Nothing runs by a clock:
 * whoever next changes access, or whose device says hello, does this first.
 */
export async function settleElapsedAccess(tx: Transaction, now: Date): Promise<void> {
  const [{ begun, ended }, closed] = await Promise.all([
    elapseAssignments(tx, now),
    elapseBreakGlass(tx, now),
  ])
  if (begun.length + ended.length + closed.length === 0) return
  const notes: AccessNote[] = begun.map(({ member, subject }) => granted(member, subject))
  for (const { member, subject } of [...ended, ...closed]) {
    notes.push(...(await revokedUnlessHers(tx, member, subject)))
  }
  notes.push(...[...begun, ...ended].map(assignmentTold))
  // That a case opened in need closes by itself was said when it was opened.
  const acts = ended.map(
    ({ subject, member, as }): AuditAct => ({
      name: 'case_unassigned',
      by: null,
      device: null,
      fields: { case: subject, member, ...(as !== null && { as }) },
    }),
  )
  await appendAudit(tx, ...acts)
  await tellDevices(tx, ...notes)
}
