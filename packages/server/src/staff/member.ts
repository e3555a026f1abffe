import type { MemberId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'

/**
 * `invited`: she has a link. `enrolled`: she has keys that nobody has vouched for yet. `active`: her card is signed.
 * `suspended`: she may neither sign in nor read.
 */
export type MemberState = 'invited' | 'enrolled' | 'active' | 'suspended'

export type Member = {
  readonly id: MemberId
  readonly code: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly state: MemberState
  /** Which of her keys are in use; 0 before she has any. */
  readonly keyNumber: number
  readonly madeBy: MemberId | null
}

const columns = `id, code, display_name, state, key_number, made_by,
  array(select r.role from app.member_role as r where r.org_id = (select app.org_id()) and r.member_id = member.id
        and r.until_at is null order by r.role) as roles`
const selectMember = statement(
  'find_member',
  `select ${columns} from app.member where org_id = (select app.org_id()) and id = $1`,
)
const selectMemberByCode = statement(
  'find_member_by_code',
  `select ${columns} from app.member where org_id = (select app.org_id()) and lower(code) = lower($1)`,
)
const selectMembers = statement(
  'list_members',
  `select ${columns} from app.member where org_id = (select app.org_id()) order by lower(code)`,
)
const storeMember = statement(
  'store_member',
  `insert into app.member (org_id, id, code, display_name, state, key_number, made_by, made_at)
   select (select app.org_id()), $1, $2, $3, $4, $5, $6, now()
   where not exists (select from app.member where org_id = (select app.org_id()) and (id = $1 or lower(code) = lower($2)))
   returning id`,
)
const putState = statement(
  'put_member_state',
  'update app.member set state = $2, key_number = $3 where org_id = (select app.org_id()) and id = $1',
)

type Row = {
  readonly id: MemberId
  readonly code: string
  readonly display_name: string
  readonly roles: readonly Role[]
  readonly state: MemberState
  readonly key_number: number
  readonly made_by: MemberId | null
}

export async function findMember(tx: Transaction, id: MemberId): Promise<Member | undefined> {
  return (await tx.query<Row>(selectMember, [id])).map(asMember)[0]
}

/** Codes are found however their letters are written, large or small. */
export async function findMemberByCode(tx: Transaction, code: string): Promise<Member | undefined> {
  return (await tx.query<Row>(selectMemberByCode, [code])).map(asMember)[0]
}

export async function listMembers(tx: Transaction): Promise<Member[]> {
  return (await tx.query<Row>(selectMembers, [])).map(asMember)
}

/** False when the id or the code is somebody's already. */
export async function insertMember(tx: Transaction, member: Omit<Member, 'roles'>): Promise<boolean> {
  const { id, code, displayName, state, keyNumber, madeBy } = member
  const stored = await tx.query(storeMember, [id, code, displayName, state, keyNumber, madeBy])
  return stored.length > 0
}

export async function putMemberState(
  tx: Transaction,
  { id, state, keyNumber }: Pick<Member, 'id' | 'state' | 'keyNumber'>,
): Promise<void> {
  await tx.query(putState, [id, state, keyNumber])
}

function asMember({ id, code, display_name, roles, state, key_number, made_by }: Row): Member {
  return { id, code, displayName: display_name, roles, state, keyNumber: key_number, madeBy: made_by }
}
