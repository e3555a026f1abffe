import type { BreakGlassId } from '@sathi/contract/staff'
import type { MemberId, SubjectId } from '@sathi/domain'
import type { auditLists } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'

/** Why a case had to be opened by somebody whose it is not. What there is to say beyond is sealed. */
export type BreakGlassReason = (typeof auditLists.breakGlassReasons.codes)[number]

/** The reason in words, wrapped to one who must see it: base64url. The server cannot read it. */
export type SealedWords = { readonly holder: MemberId; readonly box: string }

/** A case opened in need, as it is kept. */
export type OpenedCase = {
  readonly id: BreakGlassId
  readonly member: MemberId
  readonly subject: SubjectId
  readonly reason: BreakGlassReason
  readonly words: readonly SealedWords[]
  readonly openedAt: Date
  readonly until: Date
  readonly state: 'running' | 'ended'
  readonly seenBy: MemberId | null
  readonly seenAt: Date | null
}

const columns = 'id, member_id, subject_id, reason, words, opened_at, until_at, state, seen_by, seen_at'
const storeOpening = statement(
  'store_break_glass',
  `insert into app.break_glass (org_id, id, member_id, subject_id, reason, words, opened_at, until_at, state)
   select (select app.org_id()), $1, $2, $3, $4, $5::jsonb, $6, $7, 'running'
   where not exists (select from app.break_glass where org_id = (select app.org_id()) and member_id = $2
                     and subject_id = $3 and state = 'running')
   returning id`,
)
const selectOpening = statement(
  'find_break_glass',
  `select ${columns} from app.break_glass where org_id = (select app.org_id()) and id = $1`,
)
const selectOpenings = statement(
  'list_break_glass',
  `select ${columns} from app.break_glass where org_id = (select app.org_id())
   and ($1::uuid is null or member_id = $1) and ($2::uuid is null or subject_id = $2)
   and (not $3::boolean or state = 'running') order by opened_at desc, id`,
)
const endNow = statement(
  'end_break_glass',
  `update app.break_glass set state = 'ended', until_at = least(until_at, greatest($2, opened_at))
   where org_id = (select app.org_id()) and id = $1`,
)
const endElapsed = statement(
  'end_break_glass_elapsed',
  `update app.break_glass set state = 'ended' where org_id = (select app.org_id()) and state = 'running'
   and until_at <= $1 returning ${columns}`,
)
const putSeen = statement(
  'put_break_glass_seen',
  `update app.break_glass set seen_by = $2, seen_at = $3 where org_id = (select app.org_id()) and id = $1`,
)

type Row = {
  readonly id: BreakGlassId
  readonly member_id: MemberId
  readonly subject_id: SubjectId
  readonly reason: BreakGlassReason
  readonly words: readonly SealedWords[]
  readonly opened_at: Date
  readonly until_at: Date
  readonly state: OpenedCase['state']
  readonly seen_by: MemberId | null
  readonly seen_at: Date | null
}

/** False while the member has the case open already. */
export async function insertBreakGlass(tx: Transaction, opening: OpenedCase): Promise<boolean> {
  const { id, member, subject, reason, words, openedAt, until } = opening
  const stored = await tx.query(storeOpening, [
    id,
    member,
    subject,
    reason,
    JSON.stringify(words),
    openedAt,
    until,
  ])
  return stored.length > 0
}

export async function findBreakGlass(tx: Transaction, id: BreakGlassId): Promise<OpenedCase | undefined> {
  return (await tx.query<Row>(selectOpening, [id])).map(asBreakGlass)[0]
}

/** Openings, latest first: of everybody, of one member or of one case; all, or those that have not ended. */
export async function listBreakGlass(
  tx: Transaction,
  of: { readonly member?: MemberId; readonly subject?: SubjectId; readonly running?: boolean } = {},
): Promise<OpenedCase[]> {
  const rows = await tx.query<Row>(selectOpenings, [
    of.member ?? null,
    of.subject ?? null,
    of.running ?? false,
  ])
  return rows.map(asBreakGlass)
}

export async function putBreakGlassEnd(tx: Transaction, id: BreakGlassId, at: Date): Promise<void> {
  await tx.query(endNow, [id, at])
}

export async function putBreakGlassSeen(
  tx: Transaction,
  id: BreakGlassId,
  by: MemberId,
  at: Date,
): Promise<void> {
  await tx.query(putSeen, [id, by, at])
}

/** Those whose hours are over. */
export async function elapseBreakGlass(tx: Transaction, now: Date): Promise<OpenedCase[]> {
  return (await tx.query<Row>(endElapsed, [now])).map(asBreakGlass)
}

function asBreakGlass(row: Row): OpenedCase {
  return {
    id: row.id,
    member: row.member_id,
    subject: row.subject_id,
    reason: row.reason,
    words: row.words,
    openedAt: row.opened_at,
    until: row.until_at,
    state: row.state,
    seenBy: row.seen_by,
    seenAt: row.seen_at,
  }
}
