import type { Instant } from '@sathi/domain'
import { type AccessAct, afterAct } from './invented-people.ts'
import { type OfficeMemory, tell, tellElapsed, tellRoleChange, tellWanted } from './office-memory.ts'

/** Carries out what the office's people do about access, with everything that must be told of it. */
export function actInMemory(memory: OfficeMemory, act: AccessAct, now: Instant): void {
  memory.book = afterAct(memory.book, act, now)
  switch (act.act) {
    case 'grant': {
      const subject = memory.subjects.get(act.case)
      if (subject === undefined) return
      tell(memory, act.member, { event: 'granted', subject: subject.ref, subjectCode: subject.code })
      const assignment = { subject: subject.ref.id, member: act.member }
      tell(memory, null, { event: 'assignment', subject: subject.ref, assignment })
      tellWanted(memory, now, [act.member])
      return
    }
    case 'revoke':
      tellElapsed(memory, now)
      return
    case 'role':
    case 'reinstate':
      tellRoleChange(memory, act.member)
      tellWanted(memory, now, [act.member])
      return
    case 'suspend':
      return
  }
}
