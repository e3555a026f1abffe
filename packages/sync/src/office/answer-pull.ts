import type { Instant, SubjectId } from '@sathi/domain'
import type { PullAnswer, PullRequest } from '../messages/index.ts'
import { judgeBy } from './access-judge.ts'
import { isTooOldToPull } from './answer-hello.ts'
import { type Cursor, findCursor, writeCursor } from './cursor.ts'
import { fillPage } from './fill-page.ts'
import { isBarred } from './is-barred.ts'
import type { OfficePorts } from './office-ports.ts'
import type { Actor, FeedEnd, OfficeTransaction } from './office-store.ts'

/**
 * The next changes for a device: first what changed in access, with the whole of each case that was granted, then entries
 * in order of position, each as its reader may see it.
 *
 * The end of the feed is read before what the member may. So an event that is not in the page yet finds her at worst with
 * less or more than the page believed, and puts it right when it comes.
 */
export async function answerPull(
  office: OfficePorts,
  actor: Actor,
  request: PullRequest,
): Promise<PullAnswer> {
  return office.store.transact(actor, async (tx): Promise<PullAnswer> => {
    const now = office.now()
    await tx.noteElapsedAccess(now)
    const end = await tx.getFeedEnd()
    // It is told so at its next greeting; until then there is nothing for it, and it stays where it is.
    if (await isBarred(tx, now)) {
      return {
        state: 'page',
        changes: [],
        cursor: request.cursor ?? writeCursor(veryBeginningOf(end)),
        more: false,
      }
    }
    const cursor = request.cursor === null ? firstCursor(request, end) : findCursor(request.cursor)
    // Asked of every app, however old: each of them knows how to erase what it holds and begin anew.
    if (cursor === undefined || cursor.epoch !== end.epoch) {
      // What its member wrote and has by now lost is erased with the change of her role, if there was any.
      return beginAgain('restored', veryBeginningOf(end))
    }
    if (cursor.roles < end.rolesChanged) return beginAgain('roles-changed', beginningOf(end))
    if (isTooOldToPull(office, request.appVersion)) {
      const revoked = await findRevoked(tx, { cursor, end, now })
      return { state: 'too-old', oldest: office.oldestToPull, revoked }
    }
    const page = await fillPage(office, tx, { cursor, end, now, limit: request.limit })
    return { state: 'page', changes: page.changes, cursor: writeCursor(page.cursor), more: page.more }
  })
}

function beginningOf({ epoch, rolesChanged }: FeedEnd): Cursor {
  return { epoch, position: 0, access: 0, roles: rolesChanged }
}

/** Undefined when the device was greeted in an earlier life of the feed. */
function firstCursor({ epoch }: PullRequest, end: FeedEnd): Cursor | undefined {
  return epoch === null || epoch === end.epoch ? veryBeginningOf(end) : undefined
}

/** A device that never pulled may hold what it wrote before its role changed: it too begins again for that. */
function veryBeginningOf(end: FeedEnd): Cursor {
  return { ...beginningOf(end), roles: 0 }
}

function beginAgain(why: 'restored' | 'roles-changed', cursor: Cursor): PullAnswer {
  return { state: 'begin-again', why, cursor: writeCursor(cursor) }
}

/** What an app that is too old to read pages must erase: it is told again each time, since its cursor stays. */
async function findRevoked(
  tx: OfficeTransaction,
  { cursor, end, now }: { readonly cursor: Cursor; readonly end: FeedEnd; readonly now: Instant },
): Promise<readonly SubjectId[]> {
  const judge = judgeBy(await tx.readAccess(), now)
  const events = await tx.readEvents({
    after: cursor.access,
    until: end.access,
    limit: Number.MAX_SAFE_INTEGER,
  })
  const revoked = new Set<SubjectId>()
  for (const { what } of events) {
    if (what.event === 'revoked' && !judge.maySee(what.subject)) revoked.add(what.subject.id)
  }
  return [...revoked]
}
