import type { PartName, SheetBodies, SubjectId } from '@sathi/domain'
import type { Actor, Database, OrgId } from '../database/index.ts'
import { getFeedEnd } from './read-feed.ts'
import { type ChangedSheet, readSheetBook, readSheetsSince, type SheetBook } from './read-sheets.ts'

/** Sheets kept in memory while they are being asked for. */
export type SheetCache = {
  /**
   * The book of now, with the position of the feed that it has come to. It does not change any more. Bodies, parts and
   * books that say what they said before are the same objects as before.
   */
  read(actor: Actor): Promise<SheetsRead>
  /** Lets everything go; may be called again. */
  close(): void
}

export type SheetsRead = { readonly book: SheetBook; readonly position: number }

type Kept = SheetsRead & { readonly epoch: string }

/** After this long without a question the memory is given back. */
const keptForMs = 60_000

export function createSheetCache(database: Database, options: { keptForMs?: number } = {}): SheetCache {
  const kept = new Map<OrgId, Kept>()
  const reading = new Map<OrgId, Promise<SheetsRead>>()
  const timers = new Map<OrgId, NodeJS.Timeout>()

  const keep = (orgId: OrgId, read: Kept): Kept => {
    kept.set(orgId, read)
    clearTimeout(timers.get(orgId))
    const timer = setTimeout(() => kept.delete(orgId), options.keptForMs ?? keptForMs)
    timers.set(orgId, timer.unref())
    return read
  }

  const readNow = (actor: Actor): Promise<SheetsRead> =>
    database.withSnapshot(actor, async (tx) => {
      const { epoch, position } = await getFeedEnd(tx)
      const known = kept.get(actor.orgId)
      if (known === undefined || known.epoch !== epoch) {
        return keep(actor.orgId, { epoch, position, book: await readSheetBook(tx) })
      }
      const changed = known.position === position ? [] : await readSheetsSince(tx, known.position)
      return keep(actor.orgId, { epoch, position, book: withChanges(known.book, changed) })
    })

  return {
    read(actor) {
      // One reading at a time for each organisation, so that many who ask at once do not each read everything.
      const before = reading.get(actor.orgId) ?? Promise.resolve()
      const next = before.then(
        () => readNow(actor),
        () => readNow(actor),
      )
      reading.set(actor.orgId, next)
      const forget = (): void => {
        if (reading.get(actor.orgId) === next) reading.delete(actor.orgId)
      }
      next.then(forget, forget)
      return next
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      kept.clear()
    },
  }
}

function withChanges(book: SheetBook, changed: readonly ChangedSheet[]): SheetBook {
  if (changed.length === 0) return book
  const parts = new Map<PartName, Map<SubjectId, SheetBodies[PartName]>>()
  for (const { part, subject, body } of changed) {
    const sheets = parts.get(part) ?? new Map<SubjectId, SheetBodies[PartName]>(book[part])
    parts.set(part, sheets)
    if (body === undefined) sheets.delete(subject)
    else sheets.set(subject, body)
  }
  return { ...book, ...Object.fromEntries(parts) }
}
