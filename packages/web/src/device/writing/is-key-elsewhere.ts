import type { Compartment, SubjectId } from '@sathi/domain'
import { readSubject } from '../reading/read-subject.ts'
import type { Session } from '../session/session.ts'

/** Whether somebody has sealed something in this compartment of this case: then it has a key, held here or not. */
export async function isKeyElsewhere(
  session: Session,
  subject: SubjectId,
  compartment: Compartment,
): Promise<boolean> {
  if ((await session.store.findWraps(subject, compartment)).length > 0) return true
  const entries = await readSubject(session, subject)
  return entries.some(({ entry }) => entry.sealed?.[compartment] !== undefined)
}
