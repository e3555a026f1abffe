import { type KindName, kinds } from '../catalogue/index.ts'
import {
  type Compartment,
  compartments,
  type Instant,
  type SubjectId,
  type SubjectRef,
  type SubjectType,
  subjectTypes,
} from '../journal/index.ts'
import { type Access, findReach, type ReachReason, rolesAt } from './access.ts'
import { mayDo, mayOpen, mayRead, mayWrite } from './may-read.ts'
import { roleReads } from './role-kinds.ts'
import { roleTable } from './role-table.ts'
import { type Duty, duties, type Role } from './roles.ts'

/** What a member would see of one case that is hers now. */
export type CaseSight = {
  readonly case: SubjectId
  readonly because: readonly ReachReason[]
  readonly reads: readonly KindName[]
  readonly writes: readonly KindName[]
  readonly opens: readonly Compartment[]
  /** A mentor's card, if the survivor has released it. */
  readonly card: 'if_released' | 'none'
}

/** What a member would see at an instant, for the supervisor's and the data-protection lead's view. */
export type Sight = {
  readonly state: 'working' | 'without_access'
  readonly roles: readonly Role[]
  readonly duties: readonly Duty[]
  /** Cases that are hers, in the order of their ids. */
  readonly cases: readonly CaseSight[]
  /** Kinds that she reads of every case under its code. */
  readonly everyCase: readonly KindName[]
  /** Kinds that she reads in journals that are not about a case. */
  readonly elsewhere: readonly KindName[]
}

const allKinds = Object.keys(kinds) as readonly KindName[]

/** What this member would see and might do, answered by the same rules that send, open and judge. */
export function whatWouldSee(access: Access, at: Instant): Sight {
  const roles = rolesAt(access, at)
  const named = [...access.assignments, ...access.breakGlass].map((own) => own.case)
  const cases = [...new Set(named)]
    .sort()
    .map((caseId) => sightOfCase(access, roles, caseId, at))
    .filter((sight) => sight !== undefined)
  const readsEvery = roles.filter((role) => roleTable[role].reach === 'every_case_coded')
  return {
    state: roles.length === 0 ? 'without_access' : 'working',
    roles,
    duties: duties.filter((duty) => mayDo(access, duty, at)),
    cases,
    everyCase: kindsAbout('case').filter((kind) => readsEvery.some((role) => roleReads(role, kind))),
    elsewhere: subjectTypes
      .filter((type) => type !== 'case')
      .flatMap(kindsAbout)
      .filter((kind) => roles.some((role) => roleReads(role, kind))),
  }
}

function sightOfCase(
  access: Access,
  roles: readonly Role[],
  caseId: SubjectId,
  at: Instant,
): CaseSight | undefined {
  const because = new Set(roles.flatMap((role) => findReach(access, role, caseId, at) ?? []))
  if (!['assigned', 'own_pair', 'break_glass'].some((reason) => because.has(reason as ReachReason))) {
    return undefined
  }
  const subject: SubjectRef = { type: 'case', id: caseId }
  return {
    case: caseId,
    because: [...because],
    reads: kindsAbout('case').filter((kind) => mayRead(access, kind, subject, at)),
    writes: kindsAbout('case').filter((kind) => mayWrite(access, kind, subject, at)),
    opens: compartments.filter((compartment) => mayOpen(access, compartment, caseId, at)),
    card: because.has('own_pair') ? 'if_released' : 'none',
  }
}

function kindsAbout(type: SubjectType): readonly KindName[] {
  return allKinds.filter((kind) => kinds[kind].subject === type)
}
