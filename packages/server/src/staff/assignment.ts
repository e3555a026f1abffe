import type { AssignmentId } from '@sathi/contract/staff'
import type { MemberId, SubjectId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'

/** A case that is a member's, from one moment until another or until somebody ends it; `as` when in one role alone. */
export type AssignedCase = {
  readonly id: AssignmentId
  readonly member: MemberId
  readonly subject: SubjectId
  readonly as: Role | null
  readonly from: Date
  readonly until: Date | null
  readonly givenBy: MemberId
  readonly state: 'coming' | 'running' | 'ended'
}

const columns = 'id, member_id, subject_id, as_role, from_at, until_at, given_by, state'
const storeAssignment = statement(
  'store_assignment',
  `insert into app.assignment (org_id, id, member_id, subject_id, as_role, from_at, until_at, given_by, given_at, state)
   select (select app.org_id()), $1, $2, $3, $4, $5, $6, $7, now(), $8
   where not exists (select from app.assignment where org_id = (select app.org_id()) and member_id = $2
                     and subject_id = $3 and as_role is not distinct from $4 and state <> 'ended')
   returning id`,
)
const selectAssignment = statement(
  'find_assignment',
  `select ${columns} from app.assignment where org_id = (select app.org_id()) and id = $1`,
)
const selectOpen = statement(
  'list_assignments',
  `select ${columns} from app.assignment where org_id = (select app.org_id()) and state <> 'ended'
   and ($1::uuid is null or member_id = $1) and ($2::uuid is null or subject_id = $2) order by from_at, id`,
)
const endNow = statement(
  'end_assignment',
  `update app.assignment set state = 'ended', until_at = greatest($2, from_at)
   where org_id = (select app.org_id()) and id = $1`,
)
const beginElapsed = statement(
  'begin_assignments',
  `update app.assignment set state = 'running' where org_id = (select app.org_id()) and state = 'coming'
   and from_at <= $1 and (until_at is null or until_at > $1) returning ${columns}`,
)
const endElapsed = statement(
  'end_assignments',
  `update app.assignment set state = 'ended' where org_id = (select app.org_id()) and state <> 'ended'
   and until_at <= $1 returning ${columns}`,
)

type Row = {
  readonly id: AssignmentId
  readonly member_id: MemberId
  readonly subject_id: SubjectId
  readonly as_role: Role | null
  readonly from_at: Date
  readonly until_at: Date | null
  readonly given_by: MemberId
  readonly state: AssignedCase['state']
}

/** False when the case is the member's already, now or soon. */
export async function insertAssignment(tx: Transaction, given: AssignedCase): Promise<boolean> {
  const { id, member, subject, as, from, until, givenBy, state } = given
  const stored = await tx.query(storeAssignment, [id, member, subject, as, from, until, givenBy, state])
  return stored.length > 0
}

export async function findAssignment(tx: Transaction, id: AssignmentId): Promise<AssignedCase | undefined> {
  return (await tx.query<Row>(selectAssignment, [id])).map(asAssignment)[0]
}

/** What has not ended: of everybody and all cases, or of one member, or of one case. */
export async function listAssignments(
  tx: Transaction,
  of: { readonly member?: MemberId; readonly subject?: SubjectId } = {},
): Promise<AssignedCase[]> {
  return (await tx.query<Row>(selectOpen, [of.member ?? null, of.subject ?? null])).map(asAssignment)
}

export async function putAssignmentEnd(tx: Transaction, id: AssignmentId, at: Date): Promise<void> {
  await tx.query(endNow, [id, at])
}

/** Those that began or ended by now without anybody saying so. What began and ended meanwhile only ended. */
export async function elapseAssignments(
  tx: Transaction,
  now: Date,
): Promise<{ readonly begun: readonly AssignedCase[]; readonly ended: readonly AssignedCase[] }> {
  const [begun, ended] = await Promise.all([
    tx.query<Row>(beginElapsed, [now]),
    tx.query<Row>(endElapsed, [now]),
  ])
  return { begun: begun.map(asAssignment), ended: ended.map(asAssignment) }
}

function asAssignment({
  id,
  member_id,
  subject_id,
  as_role,
  from_at,
  until_at,
  given_by,
  state,
}: Row): AssignedCase {
  return {
    id,
    member: member_id,
    subject: subject_id,
    as: as_role,
    from: from_at,
    until: until_at,
    givenBy: given_by,
    state,
  }
}
