import type { Compartment, Instant } from '@sathi/domain'
import { largestMessage } from '../measures/index.ts'
import type { Change } from '../messages/index.ts'
import { type AccessJudge, judgeBy } from './access-judge.ts'
import type { Cursor } from './cursor.ts'
import type { OfficePorts } from './office-ports.ts'
import type { AccessEvent, FedEntry, FeedEnd, OfficeTransaction } from './office-store.ts'
import { withhold } from './withhold.ts'

/** A page of changes, and how far a device has come that applied it. */
export type FilledPage = {
  readonly changes: readonly Change[]
  readonly cursor: Cursor
  readonly more: boolean
}

type Filling = {
  readonly office: OfficePorts
  readonly tx: OfficeTransaction
  readonly judge: AccessJudge
  readonly end: FeedEnd
  readonly limit: number
  readonly changes: Change[]
  bytes: number
}

/**
 * Fills a page. Entries come only when every access event before the end of the feed is told: so a device that has an
 * entry of a position also knows what changed in access before it.
 */
export async function fillPage(
  office: OfficePorts,
  tx: OfficeTransaction,
  {
    cursor,
    end,
    now,
    limit,
  }: { readonly cursor: Cursor; readonly end: FeedEnd; readonly now: Instant; readonly limit: number },
): Promise<FilledPage> {
  const judge = judgeBy(await tx.readAccess(), now)
  const page: Filling = { office, tx, judge, end, limit, changes: [], bytes: 0 }
  let at = cursor
  while (isRoomIn(page) && isMore(at, end)) {
    if (at.filling !== undefined) at = await fillCase(page, at, at.filling)
    else if (at.access < end.access) at = await tellAccess(page, at)
    else at = await followFeed(page, at)
  }
  return { changes: page.changes, cursor: at, more: isMore(at, end) }
}

function isMore({ filling, access, position }: Cursor, end: FeedEnd): boolean {
  return filling !== undefined || access < end.access || position < end.position
}

function isRoomIn({ changes, bytes, limit }: Filling): boolean {
  return changes.length < limit && bytes < largestMessage
}

async function fillCase(
  page: Filling,
  at: Cursor,
  { subject, from, until }: NonNullable<Cursor['filling']>,
): Promise<Cursor> {
  const { filling: _, ...withoutFilling } = at
  // Anybody can write a cursor: how far a case goes that is not hers would stand in the next one.
  const ref = await page.tx.findSubject(subject)
  if (ref === undefined || !page.judge.maySee(ref)) return withoutFilling
  const last = Math.min(until, page.end.position)
  const range = { after: from, until: last, limit: page.limit - page.changes.length }
  const reached = addEntries(page, await page.tx.readSubjectFeed(subject, range))
  return reached >= last ? withoutFilling : { ...at, filling: { subject, from: reached, until: last } }
}

async function followFeed(page: Filling, at: Cursor): Promise<Cursor> {
  const range = {
    after: at.position,
    until: page.end.position,
    limit: page.limit - page.changes.length,
  }
  return { ...at, position: addEntries(page, await page.tx.readFeed(range)) }
}

/** Adds what the reader may see, and gives the position up to which everything was looked at. */
function addEntries(
  page: Filling,
  read: { readonly entries: readonly FedEntry[]; readonly reached: number },
): number {
  for (const { position, receivedAt, entry, subjectCode } of read.entries) {
    if (!page.judge.mayRead(entry.kind, entry.subject)) continue
    const shown = withhold(entry, page.judge, page.office.digestOf)
    page.changes.push({ change: 'entry', position, receivedAt, entry: shown, subjectCode })
    page.bytes += roughBytesOf(shown)
    if (page.bytes >= largestMessage) return position
  }
  return read.reached
}

/** Boxes make entries long; the rest is some hundred bytes. */
function roughBytesOf({ sealed = {} }: FedEntry['entry']): number {
  let bytes = 600
  for (const part of Object.values(sealed)) bytes += 'box' in part ? part.box.length : 100
  return bytes
}

async function tellAccess(page: Filling, at: Cursor): Promise<Cursor> {
  const limit = page.limit - page.changes.length
  const events = await page.tx.readEvents({ after: at.access, until: page.end.access, limit })
  for (const { n, what } of events) {
    page.changes.push(...(await changesOf(page, what)))
    // A granted case is filled up to where the device stands, before anything that came later is told.
    if (isAboutCase(what) && at.position > 0 && page.judge.maySee(what.subject)) {
      return { ...at, access: n, filling: { subject: what.subject.id, from: 0, until: at.position } }
    }
  }
  const last = events.at(-1)
  return { ...at, access: last === undefined || events.length < limit ? page.end.access : last.n }
}

/** What the member is told of an event as things stand now. What has changed since then, a later event tells. */
async function changesOf({ tx, judge }: Filling, what: AccessEvent): Promise<Change[]> {
  switch (what.event) {
    case 'granted':
      return wholeCase({ tx, judge }, what)
    // Who still sees the case by another right gets it anew, without what went with the right that ended.
    case 'revoked':
      return [{ change: 'revoked', subject: what.subject.id }, ...(await wholeCase({ tx, judge }, what))]
    case 'wrap': {
      const { subject, compartment, version, wrap, madeBy } = what
      if (!judge.mayOpen(compartment, subject)) return []
      return [{ change: 'wrap', subject: subject.id, compartment, version, wrap, madeBy }]
    }
    case 'wanted': {
      const { compartment, version, holder } = what
      const name = { subject: what.subject.id, compartment, version }
      if (!judge.mayOpen(compartment, what.subject) || (await tx.hasWrap(name, holder))) return []
      return [{ change: 'wanted', ...name, holder }]
    }
    case 'member':
      return [{ change: 'member', card: what.card }]
    case 'assignment':
      return judge.maySee(what.subject) ? [{ change: 'assignment', assignment: what.assignment }] : []
  }
}

type CaseEvent = Extract<AccessEvent, { event: 'granted' | 'revoked' }>

function isAboutCase(what: AccessEvent): what is CaseEvent {
  return what.event === 'granted' || what.event === 'revoked'
}

/** That a case is hers, with the keys that she has in it and those that others lack; nothing when it is not. */
async function wholeCase(
  { tx, judge }: Pick<Filling, 'tx' | 'judge'>,
  { subject, subjectCode }: CaseEvent,
): Promise<Change[]> {
  if (!judge.maySee(subject)) return []
  const { id } = subject
  const wraps = await tx.readWraps(id)
  const wanted = await tx.readWanted(id)
  const isHers = ({ compartment }: { readonly compartment: Compartment }): boolean =>
    judge.mayOpen(compartment, subject)
  return [
    { change: 'granted', subject: id, subjectCode },
    ...wraps.filter(isHers).map((wrap): Change => ({ change: 'wrap', subject: id, ...wrap })),
    ...wanted.filter(isHers).map((wrap): Change => ({ change: 'wanted', subject: id, ...wrap })),
  ]
}
