import type { Compartment, Instant, MemberId, SubjectId } from '@sathi/domain'
import { type Access, holdersOf } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'
import { listAccess } from '../staff/index.ts'
import { tellAccess } from './tell-access.ts'

const holdFeed = statement(
  'hold_access_feed',
  'select access_n, asked_n from app.org_feed where org_id = (select app.org_id()) for update',
)
const selectNews = statement(
  'list_access_news',
  `select member_id, (event #>> '{subject,id}')::uuid as subject_id from app.access_event
   where org_id = (select app.org_id()) and event ->> 'event' in ('granted', 'roles', 'standing') and n > $1
   and member_id is not null`,
)
const noteAsked = statement(
  'note_asked',
  'update app.org_feed set asked_n = access_n where org_id = (select app.org_id())',
)
const selectLacking = statement(
  'list_lacking',
  `select k.subject_id, k.compartment, k.version, wanted.member_id as holder
   from unnest($1::uuid[], $2::uuid[]) as wanted (member_id, subject_id)
   join app.compartment_key as k on k.org_id = (select app.org_id())
     and (wanted.subject_id is null or k.subject_id = wanted.subject_id)
   where not exists (select from app.key_wrap as w where w.org_id = (select app.org_id()) and w.subject_id = k.subject_id
     and w.compartment = k.compartment and w.version = k.version and w.holder = wanted.member_id::text)
   order by k.subject_id, k.compartment, k.version, wanted.member_id`,
)

type NewsRow = { readonly member_id: MemberId; readonly subject_id: SubjectId | null }
type LackingRow = {
  readonly subject_id: SubjectId
  readonly compartment: Compartment
  readonly version: number
  readonly holder: MemberId
}

/** A wrap that somebody lacks who may hold it. */
export type LackingWrap = {
  readonly subject: SubjectId
  readonly compartment: Compartment
  readonly version: number
  readonly holder: MemberId
}

/** Holds the end of the feed: keys are kept under it too, so that of a key and a right that meet one sees the other. */
export async function holdAccessFeed(tx: Transaction): Promise<{ readonly askedUpTo: number }> {
  const [feed] = await tx.query<{ asked_n: number }>(holdFeed, [])
  if (feed === undefined) throw new Error('no such organisation')
  return { askedUpTo: feed.asked_n }
}

/** Asks devices for the wraps that members lack since they were given a case, a role, or came back. */
export async function askForWraps(tx: Transaction, now: Instant): Promise<void> {
  const { askedUpTo } = await holdAccessFeed(tx)
  const news = await tx.query<NewsRow>(selectNews, [askedUpTo])
  if (news.length === 0) return
  const lacking = await tx.query<LackingRow>(selectLacking, [
    news.map(({ member_id }) => member_id),
    news.map(({ subject_id }) => subject_id),
  ])
  const everyone = lacking.length === 0 ? [] : await listAccess(tx)
  const byMember = new Map(everyone.map((access) => [access.member, access]))
  const asked = new Map<string, LackingWrap>()
  for (const { subject_id: subject, ...row } of lacking) {
    const lack = { subject, ...row }
    if (mightHold(byMember.get(row.holder), lack, now)) asked.set(JSON.stringify(lack), lack)
  }
  await tellAccess(
    tx,
    [...asked.values()].map((lack) => ({ for: null, what: wantedOf(lack) })),
  )
  await tx.query(noteAsked, [])
}

/** What is told of a lack: whoever holds the key may make the wrap. */
export function wantedOf({ subject, ...name }: LackingWrap) {
  return { event: 'wanted', subject: { type: 'case', id: subject }, ...name } as const
}

/** Whether a member opens the compartment, or might in need. */
export function mightHold(
  access: Access | undefined,
  { subject, compartment }: Pick<LackingWrap, 'subject' | 'compartment'>,
  now: Instant,
): boolean {
  return access !== undefined && holdersOf([access], subject, compartment, now).length > 0
}
