import type { AnyKind, Compartment, Instant, MemberId, SubjectId, SubjectRef } from '@sathi/domain'
import { type Access, findReach, holdersOf, mayOpen, mayRead, mayWrite, rolesAt } from '@sathi/domain/staff'

/** What a member may at one moment, and who holds keys; with the cases that she opens meanwhile. */
export type Rights = {
  mayAdd(kind: AnyKind, subject: SubjectId | 'new'): boolean
  mayChange(kind: AnyKind, subject: SubjectId | 'new'): boolean
  mayRead(kind: string, subject: SubjectRef): boolean
  mayOpen(compartment: Compartment, subject: SubjectId): boolean
  /** Whether she may know of a case at all, under its code. */
  knows(subject: SubjectId): boolean
  /** Everybody who must hold a key of the case, in hand or in reserve. */
  holders(subject: SubjectId, compartment: Compartment): readonly MemberId[]
  /** From now on these cases are hers. */
  opened(subjects: readonly SubjectId[]): void
}

// No subject has it: what may be done in a case that she opens is asked of this one.
const newCase = '00000000-0000-7000-8000-000000000000' as SubjectId

export function rightsOf(everyone: readonly Access[], member: MemberId, at: Instant): Rights {
  const cases = everyone.map((access) => ({
    access,
    byCase: Map.groupBy(access.assignments, (own) => own.case),
  }))
  const own = cases.find(({ access }) => access.member === member)
  if (own === undefined) throw new Error('a member without access')
  own.byCase.set(newCase, [{ case: newCase, from: at }])

  /** Access as far as one case goes: rules look through all assignments, and there may be thousands. */
  const inCase = ({ access, byCase }: (typeof cases)[number], subject: SubjectId): Access => ({
    ...access,
    assignments: byCase.get(subject) ?? [],
  })
  const hers = (subject: SubjectId): Access => inCase(own, subject)
  const writes = (kind: AnyKind, subject: SubjectId | 'new', changes: boolean): boolean => {
    const id = subject === 'new' ? newCase : subject
    const ref = { type: kind.subject, id }
    const access = hers(id)
    if (!mayWrite(access, kind.name, ref, at)) return false
    // What opens a case may be written about any: about one that is there already only by who reads it.
    return !(changes || (kind.opens && subject !== 'new')) || mayRead(access, kind.name, ref, at)
  }
  return {
    mayAdd: (kind, subject) => writes(kind, subject, false),
    mayChange: (kind, subject) => writes(kind, subject, true),
    mayRead: (kind, subject) => mayRead(hers(subject.id), kind, subject, at),
    mayOpen: (compartment, subject) => mayOpen(hers(subject), compartment, subject, at),
    knows(subject) {
      const access = hers(subject)
      return rolesAt(access, at).some((role) => findReach(access, role, subject, at) !== undefined)
    },
    holders: (subject, compartment) =>
      holdersOf(
        cases.map((one) => inCase(one, subject)),
        subject,
        compartment,
        at,
      ).map((holder) => holder.member),
    opened(subjects) {
      for (const subject of subjects) own.byCase.set(subject, [{ case: subject, from: at }])
    },
  }
}
