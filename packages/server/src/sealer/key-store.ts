import type { Compartment, MemberId, SubjectId } from '@sathi/domain'
import { type OrgId, statement, type Transaction } from '../database/index.ts'

/** A key of a compartment by its name. */
export type KeyName = {
  readonly subject: SubjectId
  readonly compartment: Compartment
  readonly version: number
}

export type StoredWrap = KeyName & { readonly wrap: string; readonly madeBy: MemberId }

export type NewWrap = KeyName & { readonly holder: MemberId | 'recovery'; readonly wrap: string }

type Row = {
  readonly subject_id: SubjectId
  readonly compartment: Compartment
  readonly version: number
  readonly wrap: string
  readonly made_by: MemberId
}

const selectWraps = statement(
  'sealer_wraps',
  `select subject_id, compartment, version, wrap, made_by from app.key_wrap
   where org_id = (select app.org_id()) and subject_id = any($1::uuid[]) and holder = $2`,
)
const selectVersions = statement(
  'sealer_versions',
  `select subject_id, compartment, max(version) as version from app.compartment_key
   where org_id = (select app.org_id()) and subject_id = any($1::uuid[]) group by subject_id, compartment`,
)
const storeKeys = statement(
  'sealer_store_keys',
  `insert into app.compartment_key (org_id, subject_id, compartment, version, made_by, made_at)
   select (select app.org_id()), k.subject_id, k.compartment, k.version, $4, now()
   from unnest($1::uuid[], $2::text[], $3::int[]) as k (subject_id, compartment, version)`,
)
const storeWraps = statement(
  'sealer_store_wraps',
  `insert into app.key_wrap (org_id, subject_id, compartment, version, holder, wrap, made_by, made_at)
   select (select app.org_id()), w.subject_id, w.compartment, w.version, w.holder, w.wrap, $6, now()
   from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[]) as w (subject_id, compartment, version, holder, wrap)`,
)
// The event that devices are told of a wrap by, whoever made it: it names the wrap, which stands in its own table.
const tellWraps = statement(
  'sealer_tell_wraps',
  `with feed as (
     update app.org_feed set access_n = access_n + cardinality($1::uuid[]) where org_id = (select app.org_id())
     returning access_n)
   insert into app.access_event (org_id, n, member_id, event, at)
   select (select app.org_id()), feed.access_n - cardinality($1::uuid[]) + w.nr, w.holder,
     jsonb_build_object('event', 'wrap', 'subject', jsonb_build_object('type', 'case', 'id', w.subject_id),
       'compartment', w.compartment, 'version', w.version, 'holder', w.holder), now()
   from feed, unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[])
     with ordinality as w (holder, subject_id, compartment, version, nr)`,
)
const storeTokens = statement(
  'sealer_store_tokens',
  `insert into app.name_token (org_id, token, subject_id)
   select (select app.org_id()), t.token, t.subject_id from unnest($1::text[], $2::uuid[]) as t (token, subject_id)
   on conflict do nothing`,
)
const selectMeeting = statement(
  'sealer_meeting',
  `select t.token, t.subject_id from app.name_token as t
   where t.org_id = (select app.org_id()) and t.token = any($1::text[])`,
)

/** The wraps that a member holds of the keys of some subjects. */
export async function readWraps(
  tx: Transaction,
  member: MemberId,
  subjects: readonly string[],
): Promise<StoredWrap[]> {
  if (subjects.length === 0) return []
  const rows = await tx.query<Row>(selectWraps, [subjects, member])
  return rows.map(({ subject_id, made_by, ...rest }) => ({ subject: subject_id, madeBy: made_by, ...rest }))
}

/** The newest version of each key of some subjects, whoever holds it. */
export async function readVersions(tx: Transaction, subjects: readonly string[]): Promise<KeyName[]> {
  if (subjects.length === 0) return []
  const rows = await tx.query<Row>(selectVersions, [subjects])
  return rows.map(({ subject_id, compartment, version }) => ({ subject: subject_id, compartment, version }))
}

/** Keeps new keys, which exist in their wraps alone. */
export async function insertNewKeys(
  tx: Transaction,
  madeBy: MemberId,
  keys: readonly KeyName[],
  wraps: readonly NewWrap[],
): Promise<void> {
  if (keys.length === 0) return
  await tx.query(storeKeys, [
    keys.map(({ subject }) => subject),
    keys.map(({ compartment }) => compartment),
    keys.map(({ version }) => version),
    madeBy,
  ])
  await tx.query(storeWraps, [
    wraps.map(({ subject }) => subject),
    wraps.map(({ compartment }) => compartment),
    wraps.map(({ version }) => version),
    wraps.map(({ holder }) => holder),
    wraps.map(({ wrap }) => wrap),
    madeBy,
  ])
}

const atOnce = 10_000

/** Tells the devices of those who hold them of new wraps. Takes numbers under the feed's lock: among the last of a transaction. */
export async function tellNewWraps(tx: Transaction, wraps: readonly NewWrap[]): Promise<void> {
  const told = wraps.filter(({ holder }) => holder !== 'recovery')
  if (told.length === 0) return
  await tx.query(tellWraps, [
    told.map(({ holder }) => holder),
    told.map(({ subject }) => subject),
    told.map(({ compartment }) => compartment),
    told.map(({ version }) => version),
  ])
}

export type NameToken = { readonly token: string; readonly subject: SubjectId }

export async function insertTokens(tx: Transaction, tokens: readonly NameToken[]): Promise<void> {
  for (let at = 0; at < tokens.length; at += atOnce) {
    const some = tokens.slice(at, at + atOnce)
    await tx.query(storeTokens, [some.map(({ token }) => token), some.map(({ subject }) => subject)])
  }
}

/** Every subject that has one of these tokens. */
export async function findTokens(tx: Transaction, tokens: readonly string[]): Promise<NameToken[]> {
  const found: NameToken[] = []
  for (let at = 0; at < tokens.length; at += atOnce) {
    const some = tokens.slice(at, at + atOnce)
    const rows = await tx.query<{ token: string; subject_id: SubjectId }>(selectMeeting, [some])
    for (const { token, subject_id } of rows) found.push({ token, subject: subject_id })
  }
  return found
}

/** Under what the organisation's key for finding names is kept among the wraps: it belongs to no case. */
export const indexKeyName = (orgId: OrgId) =>
  ({ subject: orgId as string as SubjectId, compartment: 'index' as Compartment, version: 1 }) as const
