import { type Compartment, type Instant, kinds, type SubjectRef } from '@sathi/domain'
import { type Access, findReach, mayOpen, mayRead, rolesAt } from '@sathi/domain/staff'

/** What one member may see at one moment, by the rules of the work. */
export type AccessJudge = {
  /** Whether the subject is there to her at all. */
  maySee(subject: SubjectRef): boolean
  mayRead(kind: string, subject: SubjectRef): boolean
  mayOpen(compartment: Compartment, subject: SubjectRef): boolean
}

/** The rules of the work for one member at one moment. */
export function judgeBy(access: Access, at: Instant): AccessJudge {
  return {
    maySee: (subject) =>
      subject.type === 'case' ? reaches(access, subject, at) : readsAny(access, subject, at),
    mayRead: (kind, subject) => mayRead(access, kind, subject, at),
    mayOpen: (compartment, { id }) => mayOpen(access, compartment, id, at),
  }
}

/** Also who may only write in a case must know that it is there. */
function reaches(access: Access, { id }: SubjectRef, at: Instant): boolean {
  return rolesAt(access, at).some((role) => findReach(access, role, id, at) !== undefined)
}

function readsAny(access: Access, subject: SubjectRef, at: Instant): boolean {
  return Object.values(kinds).some(
    (kind) => kind.subject === subject.type && mayRead(access, kind.name, subject, at),
  )
}
