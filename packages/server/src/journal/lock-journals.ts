import type { SubjectId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { idList } from './sql-lists.ts'

/*
 * Locks are taken in one order: the organisation, the subjects by id, the feed. Appending shares the organisation and
 * has its subjects alone, so that two appends to one subject fold one after the other; a bulk append has the whole
 * organisation alone.
 */
const shareOrganisation = statement(
  'share_organisation',
  'select org_id from app.organisation where org_id = (select app.org_id()) for key share',
)
const holdOrganisation = statement(
  'hold_organisation',
  'select org_id from app.organisation where org_id = (select app.org_id()) for update',
)
const holdSubjects = statement(
  'hold_subjects',
  'select id from app.subject where org_id = (select app.org_id()) and id = any($1::uuid[]) order by id for no key update',
)
const holdFeed = statement(
  'hold_feed',
  'select n, head, codes from app.org_feed where org_id = (select app.org_id()) for update',
)

/** Holds the journals of these subjects until the transaction ends; those not stored yet cannot be held and need not. */
export async function lockSubjects(tx: Transaction, subjects: readonly SubjectId[]): Promise<void> {
  await Promise.all([tx.query(shareOrganisation, []), tx.query(holdSubjects, [idList(subjects)])])
}

/** Holds all journals of the organisation until the transaction ends. */
export async function lockOrganisation(tx: Transaction): Promise<void> {
  await tx.query(holdOrganisation, [])
}

/** The end of the feed: the last position, its hash, and the digest of the codes of all subjects (`digests.ts`). */
export type FeedEnd = { readonly position: number; readonly hash: Buffer; readonly codes: Buffer }

/** Holds the end of the feed until the transaction ends. Throws when the organisation does not exist. */
export async function lockFeed(tx: Transaction): Promise<FeedEnd> {
  const [feed] = await tx.query<{ n: number; head: Buffer; codes: Buffer }>(holdFeed, [])
  if (feed === undefined) throw new Error('no such organisation')
  return { position: feed.n, hash: feed.head, codes: feed.codes }
}
