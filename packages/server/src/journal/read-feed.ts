import { statement, type Transaction } from '../database/index.ts'
import { type StoredEntry, type StoredEntryRow, storedEntryOf } from './stored-entry.ts'

/** How far a reader has come. It holds for one life of the feed only: a restore begins another. */
export type FeedCursor = { readonly epoch: string; readonly position: number }

export type FeedPage =
  | {
      readonly state: 'page'
      readonly entries: readonly StoredEntry[]
      readonly next: FeedCursor
      /** There may be more behind this page. */
      readonly more: boolean
    }
  /** The cursor is of another life of the feed: begin again at position 0 of this one. */
  | { readonly state: 'other-epoch'; readonly epoch: string }

const readPage = statement(
  'read_page',
  `select position, received_at, body from app.entry
   where org_id = (select app.org_id()) and position > $1::bigint and position <= $1::bigint + $2::int
   order by position`,
)
const readEnd = statement(
  'read_end',
  `select o.epoch, f.n as position from app.organisation as o join app.org_feed as f using (org_id)
   where o.org_id = (select app.org_id())`,
)

/**
 * The next entries of the organisation's feed, in order of position. Nothing is skipped: positions are given last in a
 * transaction, under a lock held until it ends, so no entry becomes visible behind one that was read.
 */
export async function readFeed(tx: Transaction, cursor: FeedCursor, limit: number): Promise<FeedPage> {
  const { epoch, position: end } = await getFeedEnd(tx)
  if (epoch !== cursor.epoch) return { state: 'other-epoch', epoch }
  // Positions have no gaps, so a page is a range of them: quick to find, however far the feed has come.
  const rows = await tx.query<StoredEntryRow>(readPage, [cursor.position, limit])
  const reached = Math.max(cursor.position, Math.min(cursor.position + limit, end))
  const position = Math.max(reached, rows.at(-1)?.position ?? 0)
  return { state: 'page', entries: rows.map(storedEntryOf), next: { epoch, position }, more: position < end }
}

/** Where the feed ends now: its last position in its present life. Throws when the organisation does not exist. */
export async function getFeedEnd(tx: Transaction): Promise<FeedCursor> {
  const [end] = await tx.query<FeedCursor>(readEnd, [])
  if (end === undefined) throw new Error('no such organisation')
  return end
}
