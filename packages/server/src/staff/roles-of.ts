import type { Instant, MemberId } from '@sathi/domain'
import { type Duty, mayDo, type Role } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'
import { listAccess } from './access-of.ts'

const endRoles = statement(
  'end_roles',
  `update app.member_role set until_at = greatest($3, from_at) where org_id = (select app.org_id()) and member_id = $1
   and until_at is null and role <> all($2::text[])`,
)
const beginRoles = statement(
  'begin_roles',
  `insert into app.member_role (org_id, member_id, role, from_at, given_by)
   select (select app.org_id()), $1, r, $3, $4 from unnest($2::text[]) as r
   where not exists (select from app.member_role where org_id = (select app.org_id()) and member_id = $1
                     and role = r and until_at is null)`,
)

/** Gives a member these roles and no others from a moment on; what she has had before stays on record. */
export async function putRoles(
  tx: Transaction,
  member: MemberId,
  roles: readonly Role[],
  { by, at }: { readonly by: MemberId; readonly at: Date },
): Promise<void> {
  await tx.query(endRoles, [member, roles, at])
  await tx.query(beginRoles, [member, roles, at, by])
}

/** Those whose duty something is just now. */
export async function listCharged(tx: Transaction, duty: Duty, at: Instant): Promise<MemberId[]> {
  const everyone = await listAccess(tx)
  return everyone.filter((access) => mayDo(access, duty, at)).map(({ member }) => member)
}

/** Whether the audit journal would have no reader, and new devices and lost keys nobody, if this member had no roles. */
export async function isLastLead(tx: Transaction, member: MemberId, at: Instant): Promise<boolean> {
  const leads = await listCharged(tx, 'read_audit', at)
  return leads.length === 1 && leads[0] === member
}
