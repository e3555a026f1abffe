import { hash, randomBytes, randomUUID } from 'node:crypto'
import { isUuid, type MemberId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import { type OrgId, statement, type Transaction } from '../database/index.ts'
import type { DeviceId, DeviceState, MemberState, SessionId } from '../staff/index.ts'

/** After so long without a request, or since it began, a session is over. */
export const idleMs = 12 * 3_600_000
const longestMs = 7 * 24 * 3_600_000
/** So long somebody may take over her second factor. */
const secondFactorMs = 10 * 60_000
const noteSeenAfterMs = 60_000

/** How somebody proved that she is who she says, beside the passphrase. */
export type Factor = 'totp' | 'passkey' | 'recovery-code'
export type SessionStage = 'second-factor' | 'signed-in'

/** What a cookie holds: the organisation, and 32 random bytes that are stored nowhere but there. */
export type SessionToken = string & { readonly sessionToken: unique symbol }

export type Session = {
  readonly id: SessionId
  readonly memberId: MemberId
  readonly deviceId: DeviceId
  readonly deviceName: string
  readonly stage: SessionStage
  readonly challenge: string | null
  readonly code: string
  readonly roles: readonly Role[]
  readonly memberState: MemberState
  /** Null before the second factor: the device is met after it. */
  readonly deviceState: DeviceState | null
}

/** A session as its member sees it in her list. */
export type ListedSession = {
  readonly id: SessionId
  readonly deviceId: DeviceId
  readonly factor: Factor | null
  readonly beganAt: Date
  readonly seenAt: Date
}

const storeSession = statement(
  'store_session',
  `insert into auth.session
     (org_id, id, token_hash, member_id, device_id, device_name, stage, factor, began_at, seen_at, ends_at)
   values ((select app.org_id()), $1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
)
const selectSession = statement(
  'find_session',
  `select s.id, s.member_id, s.device_id, s.device_name, s.stage, s.challenge, s.seen_at, m.code,
          array(select r.role from app.member_role as r where r.org_id = m.org_id and r.member_id = m.id
                and r.until_at is null order by r.role) as roles,
          m.state as member_state, d.state as device_state
   from auth.session as s
   join app.member as m on m.org_id = s.org_id and m.id = s.member_id
   left join app.device as d on d.org_id = s.org_id and d.id = s.device_id and d.member_id = s.member_id
   where s.org_id = (select app.org_id()) and s.token_hash = $1 and s.ends_at > $2 and s.seen_at > $3`,
)
const putSeen = statement(
  'put_session_seen',
  'update auth.session set seen_at = $2 where org_id = (select app.org_id()) and id = $1',
)
const putChallenge = statement(
  'put_session_challenge',
  'update auth.session set challenge = $2 where org_id = (select app.org_id()) and id = $1',
)
const selectChallenge = statement(
  'find_session_challenge',
  'select challenge from auth.session where org_id = (select app.org_id()) and id = $1 for update',
)
const deleteSession = statement(
  'delete_session',
  'delete from auth.session where org_id = (select app.org_id()) and id = $1 and member_id = $2 returning id',
)
const deleteByToken = statement(
  'delete_session_by_token',
  'delete from auth.session where org_id = (select app.org_id()) and token_hash = $1 returning id, member_id, device_id',
)
const deleteOver = statement(
  'delete_sessions_over',
  'delete from auth.session where org_id = (select app.org_id()) and (ends_at <= $1 or seen_at <= $2)',
)
const selectSessions = statement(
  'list_sessions',
  `select id, device_id, factor, began_at, seen_at from auth.session
   where org_id = (select app.org_id()) and member_id = $1 and stage = 'signed-in' and ends_at > $2 and seen_at > $3
   order by began_at desc, id`,
)

export type NewSession = {
  readonly memberId: MemberId
  readonly device: { readonly id: DeviceId; readonly name: string }
  readonly stage: SessionStage
  readonly factor: Factor | null
}

/** Begins a session under a new token; a token from outside is never taken up. Clears away sessions that are over. */
export async function beginSession(
  tx: Transaction,
  now: Date,
  { memberId, device, stage, factor }: NewSession,
): Promise<{ readonly token: SessionToken; readonly id: SessionId }> {
  await tx.query(deleteOver, [now, new Date(now.getTime() - idleMs)])
  const secret = randomBytes(32).toString('base64url')
  const id = randomUUID() as string as SessionId
  const ends = new Date(now.getTime() + (stage === 'signed-in' ? longestMs : secondFactorMs))
  await tx.query(storeSession, [
    id,
    tokenHash(secret),
    memberId,
    device.id,
    device.name,
    stage,
    factor,
    now,
    ends,
  ])
  return { token: `${tx.orgId}.${secret}` as SessionToken, id }
}

/** The organisation that a token says it is of; undefined when it is none. Whether it is true, the store says. */
export function organisationOf(token: string): OrgId | undefined {
  const orgId = token.slice(0, 36)
  return isUuid(orgId) && token[36] === '.' && token.length === 80 ? (orgId as OrgId) : undefined
}

/** The session of a token of the transaction's organisation, unless it is over. Notes now and then that it is in use. */
export async function findSession(tx: Transaction, now: Date, token: string): Promise<Session | undefined> {
  const idle = new Date(now.getTime() - idleMs)
  const [row] = await tx.query<Row>(selectSession, [tokenHash(token.slice(37)), now, idle])
  if (row === undefined) return undefined
  if (now.getTime() - row.seen_at.getTime() > noteSeenAfterMs) await tx.query(putSeen, [row.id, now])
  return {
    id: row.id,
    memberId: row.member_id,
    deviceId: row.device_id,
    deviceName: row.device_name,
    stage: row.stage,
    challenge: row.challenge,
    code: row.code,
    roles: row.roles,
    memberState: row.member_state,
    deviceState: row.device_state,
  }
}

/** Notes what a passkey has to sign; null once it was tried. */
export async function noteChallenge(tx: Transaction, id: SessionId, challenge: string | null): Promise<void> {
  await tx.query(putChallenge, [id, challenge])
}

/** What a passkey has to sign in this session; undefined when nothing was asked. */
export async function findSessionChallenge(tx: Transaction, id: SessionId): Promise<string | undefined> {
  return (await tx.query<{ challenge: string | null }>(selectChallenge, [id]))[0]?.challenge ?? undefined
}

/** Ends one session of a member. False when she has none of that id. */
export async function endSession(tx: Transaction, member: MemberId, id: SessionId): Promise<boolean> {
  return (await tx.query(deleteSession, [id, member])).length > 0
}

/** Ends whatever session a token opens. */
export async function endByToken(
  tx: Transaction,
  token: string,
): Promise<{ readonly memberId: MemberId; readonly deviceId: DeviceId } | undefined> {
  const [row] = await tx.query<Pick<Row, 'member_id' | 'device_id'>>(deleteByToken, [
    tokenHash(token.slice(37)),
  ])
  return row && { memberId: row.member_id, deviceId: row.device_id }
}

export async function listSessions(tx: Transaction, now: Date, member: MemberId): Promise<ListedSession[]> {
  const idle = new Date(now.getTime() - idleMs)
  const rows = await tx.query<ListRow>(selectSessions, [member, now, idle])
  return rows.map(({ id, device_id, factor, began_at, seen_at }) => ({
    id,
    deviceId: device_id,
    factor,
    beganAt: began_at,
    seenAt: seen_at,
  }))
}

function tokenHash(secret: string): Buffer {
  return hash('sha256', `sathi session 1 ${secret}`, 'buffer')
}

type Row = {
  readonly id: SessionId
  readonly member_id: MemberId
  readonly device_id: DeviceId
  readonly device_name: string
  readonly stage: SessionStage
  readonly challenge: string | null
  readonly seen_at: Date
  readonly code: string
  readonly roles: readonly Role[]
  readonly member_state: MemberState
  readonly device_state: DeviceState | null
}

type ListRow = {
  readonly id: SessionId
  readonly device_id: DeviceId
  readonly factor: Factor | null
  readonly began_at: Date
  readonly seen_at: Date
}
