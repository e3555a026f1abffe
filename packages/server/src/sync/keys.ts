import type { Compartment, MemberId, SubjectId } from '@sathi/domain'
import type { HeldWrap, Holder, KeyName, NewKey, NewWrap } from '@sathi/sync'
import { type MemberSight, statement, type Transaction } from '../database/index.ts'

const selectKeys = statement(
  'find_keys',
  `select k.subject_id, k.compartment, k.version, coalesce(w.wraps, '[]') as wraps
   from app.compartment_key as k
   cross join lateral (
     select jsonb_agg(jsonb_build_object('holder', w.holder, 'wrap', w.wrap)) as wraps from app.key_wrap as w
     where w.org_id = (select app.org_id()) and w.subject_id = k.subject_id and w.compartment = k.compartment
       and w.version = k.version) as w
   where k.org_id = (select app.org_id()) and k.subject_id = any($1::uuid[])
   order by k.subject_id, k.compartment, k.version`,
)
// Another key of this name that came meanwhile makes the whole transaction run again.
const storeKeys = statement(
  'store_keys',
  `insert into app.compartment_key (org_id, subject_id, compartment, version, made_by, made_at)
   select (select app.org_id()), k.subject_id, k.compartment, k.version, $4, now()
   from unnest($1::uuid[], $2::text[], $3::int[]) as k (subject_id, compartment, version)`,
)
const storeWraps = statement(
  'store_wraps',
  `insert into app.key_wrap (org_id, subject_id, compartment, version, holder, wrap, made_by, made_at)
   select (select app.org_id()), w.subject_id, w.compartment, w.version, w.holder, w.wrap, $6, now()
   from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[]) as w (subject_id, compartment, version, holder, wrap)
   on conflict do nothing returning subject_id, compartment, version, holder, wrap`,
)
const selectHeld = statement(
  'read_held_wraps',
  `select compartment, version, wrap, made_by from app.key_wrap
   where org_id = (select app.org_id()) and subject_id = $1 and holder = $2 order by compartment, version`,
)
const selectWrap = statement(
  'has_wrap',
  `select 1 as found from app.key_wrap where org_id = (select app.org_id()) and subject_id = $1 and compartment = $2
   and version = $3 and holder = $4`,
)

type NameRow = {
  readonly subject_id: SubjectId
  readonly compartment: Compartment
  readonly version: number
}

/** The keys of subjects, with all their wraps. */
export async function findKeys(tx: Transaction, subjects: readonly SubjectId[]): Promise<NewKey[]> {
  if (subjects.length === 0) return []
  const rows = await tx.query<NameRow & { readonly wraps: NewKey['wraps'] }>(selectKeys, [subjects])
  return rows.map(({ subject_id, ...key }) => ({ subject: subject_id, ...key }))
}

export async function insertKeys(tx: Transaction, madeBy: MemberId, keys: readonly KeyName[]): Promise<void> {
  if (keys.length === 0) return
  await tx.query(storeKeys, [
    keys.map(({ subject }) => subject),
    keys.map(({ compartment }) => compartment),
    keys.map(({ version }) => version),
    madeBy,
  ])
}

/** Keeps wraps of holders who have none yet. Gives those that are new. */
export async function insertWraps(
  tx: Transaction,
  madeBy: MemberId,
  wraps: readonly NewWrap[],
): Promise<NewWrap[]> {
  if (wraps.length === 0) return []
  const rows = await tx.query<NameRow & { readonly holder: Holder; readonly wrap: string }>(storeWraps, [
    wraps.map(({ subject }) => subject),
    wraps.map(({ compartment }) => compartment),
    wraps.map(({ version }) => version),
    wraps.map(({ holder }) => holder),
    wraps.map(({ wrap }) => wrap),
    madeBy,
  ])
  return rows.map(({ subject_id, ...wrap }) => ({ subject: subject_id, ...wrap }))
}

/** The wraps that a member holds in hand of a subject's keys. */
export async function readWraps(
  tx: Transaction,
  sight: MemberSight,
  subject: SubjectId,
): Promise<HeldWrap[]> {
  const rows = await tx.queryFor<Omit<HeldWrap, 'madeBy'> & { readonly made_by: MemberId }>(
    sight,
    selectHeld,
    [subject, sight.id],
  )
  return rows.map(({ made_by, ...wrap }) => ({ ...wrap, madeBy: made_by }))
}

export async function hasWrap(tx: Transaction, name: KeyName, holder: Holder): Promise<boolean> {
  const { subject, compartment, version } = name
  return (await tx.query(selectWrap, [subject, compartment, version, holder])).length > 0
}
