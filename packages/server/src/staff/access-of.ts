import type { Instant, MemberId, SubjectId } from '@sathi/domain'
import type { Access, Role } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'

// Roles count from the day she has keys: who was only invited reaches nothing yet.
const selectAccess = statement(
  'read_access',
  `select m.id,
     (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'from', app.instant(r.from_at), 'until', app.instant(r.until_at))
        order by r.from_at, r.role), '[]') from app.member_role as r
      where r.org_id = m.org_id and r.member_id = m.id and m.state in ('active', 'suspended')) as roles,
     (select coalesce(jsonb_agg(jsonb_build_object('from', app.instant(s.from_at), 'until', app.instant(s.until_at))
        order by s.from_at), '[]') from app.suspension as s where s.org_id = m.org_id and s.member_id = m.id) as suspended,
     (select coalesce(jsonb_agg(jsonb_build_object('case', a.subject_id, 'as', a.as_role, 'from', app.instant(a.from_at),
        'until', app.instant(a.until_at)) order by a.from_at, a.id), '[]') from app.assignment as a
      where a.org_id = m.org_id and a.member_id = m.id and (a.until_at is null or a.until_at > a.from_at)
        and ($2::uuid is null or a.subject_id = $2)) as assignments,
     (select coalesce(jsonb_agg(jsonb_build_object('case', b.subject_id, 'from', app.instant(b.opened_at),
        'until', app.instant(b.until_at)) order by b.opened_at, b.id), '[]') from app.break_glass as b
      where b.org_id = m.org_id and b.member_id = m.id and ($2::uuid is null or b.subject_id = $2)) as glasses
   from app.member as m where m.org_id = (select app.org_id()) and ($1::uuid is null or m.id = $1) order by m.id`,
)

type JsonSpan = { readonly from: Instant; readonly until: Instant | null }
type Row = {
  readonly id: MemberId
  readonly roles: readonly (JsonSpan & { readonly role: Role })[]
  readonly suspended: readonly JsonSpan[]
  readonly assignments: readonly (JsonSpan & { readonly case: SubjectId; readonly as: Role | null })[]
  readonly glasses: readonly { readonly case: SubjectId; readonly from: Instant; readonly until: Instant }[]
}

/** All that decides what a member may, past times included. Undefined when there is no such member. */
export async function findAccess(tx: Transaction, member: MemberId): Promise<Access | undefined> {
  return (await tx.query<Row>(selectAccess, [member, null])).map(asAccess)[0]
}

/** The same of everybody, in order of id; of their cases all, or only the one that is asked about. */
export async function listAccess(tx: Transaction, subject: SubjectId | null = null): Promise<Access[]> {
  return (await tx.query<Row>(selectAccess, [null, subject])).map(asAccess)
}

function asAccess({ id, roles, suspended, assignments, glasses }: Row): Access {
  return {
    member: id,
    roles: roles.map(({ role, ...span }) => ({ role, ...asSpan(span) })),
    suspended: suspended.map(asSpan),
    assignments: assignments.map(({ case: subject, as, ...span }) => ({
      case: subject,
      ...(as !== null && { as }),
      ...asSpan(span),
    })),
    breakGlass: glasses,
  }
}

function asSpan({ from, until }: JsonSpan): { readonly from: Instant; readonly until?: Instant } {
  return until === null ? { from } : { from, until }
}
