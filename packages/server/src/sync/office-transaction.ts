import type { Instant } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import type { Actor, DeviceStanding, NewKey, OfficeTransaction } from '@sathi/sync'
import { type AuditAct, appendAudit, holdAuditEnd } from '../audit/index.ts'
import type { MemberSight, Transaction } from '../database/index.ts'
import { appendEntries } from '../journal/index.ts'
import { type AccessNote, findAccess, listAccess, listKeys } from '../staff/index.ts'
import { readEvents } from './access-events.ts'
import { holdAccessFeed, mightHold } from './ask-for-wraps.ts'
import { assignOpener } from './assign-opener.ts'
import { findBlob, findFinishedBlobs, insertBlob, insertChunk, readChunk } from './blobs.ts'
import { getFeedEnd, readFeed, readSubjectFeed } from './feed.ts'
import { findLacking, keepKeys, keepWraps } from './keep-keys.ts'
import { findKeys, hasWrap, readWraps } from './keys.ts'
import { findQuarantined, insertQuarantined } from './quarantine.ts'
import { noteReads } from './reads.ts'
import { stopWhenDue } from './settle-access.ts'
import { sightOf } from './sight-of.ts'
import { noteGreeting, noteWiped, readClockOffset, readStanding } from './standing.ts'
import { findStored, keepTokens, listSubjectRefs } from './stored.ts'
import { type KeyNote, tellAccess } from './tell-access.ts'

/** A transaction of the office; `finish` writes what comes last in it. */
export type OpenOffice = OfficeTransaction & { finish(): Promise<void> }

/**
 * One message's work in the store. Locks are taken in the order that holds everywhere: organisation, subjects, audit journal,
 * feed. So acts and access events are collected and written at the end, and the audit journal is held before the feed.
 */
export function openOfficeTransaction(tx: Transaction, actor: Actor, clock: () => Instant): OpenOffice {
  const acts: AuditAct[] = []
  const notes: (AccessNote | KeyNote)[] = []
  const newKeys: NewKey[] = []
  let moment: Instant | undefined
  let standing: DeviceStanding | undefined
  let own: Promise<Access> | undefined
  let seen: Promise<MemberSight> | undefined
  let everyone: Promise<readonly Access[]> | undefined

  const at = (): Instant => moment ?? clock()
  const readOwn = (): Promise<Access> => {
    own = findAccess(tx, actor.member).then((access) => access ?? nothing(actor))
    seen = undefined
    return own
  }
  // What is read for her is shown as she may see it at the last look at her access.
  const sight = (): Promise<MemberSight> => {
    const access = own ?? readOwn()
    seen ??= access.then((hers) => sightOf(hers, at()))
    return seen
  }

  return {
    async noteElapsedAccess(now) {
      moment = now
      await stopWhenDue(tx, now)
    },
    getFeedEnd: () => getFeedEnd(tx, actor.member),
    async readAccess(member = actor.member) {
      if (member === actor.member) return readOwn()
      return (await findAccess(tx, member)) ?? nothing({ member })
    },

    async readStanding(now) {
      standing = await readStanding(tx, actor, now)
      return standing
    },
    noteGreeting: (greeting) => noteGreeting(tx, actor, greeting, standing),
    noteWiped: () => noteWiped(tx, actor),

    findStored: (ids) => findStored(tx, ids),
    findQuarantined: (ids) => findQuarantined(tx, ids),
    quarantine: (kept) => insertQuarantined(tx, actor, kept),
    findSubjects: async (ids) => new Set((await listSubjectRefs(tx, ids)).map(({ id }) => id)),
    async getCard() {
      const keys = (await listKeys(tx, actor.member)).filter(({ card }) => card !== null)
      return {
        member: actor.member,
        keys: keys.map(({ number, signing }) => ({ number, signing })),
      }
    },
    readClockOffset: () => readClockOffset(tx, actor),
    findFinishedBlobs: (ids) => findFinishedBlobs(tx, ids),
    async append(submissions, receivedAt) {
      const outcomes = await appendEntries(
        tx,
        submissions.map(({ entry, subjectCode }) => ({
          entry,
          ...(subjectCode !== undefined && { subjectCode }),
        })),
        { receivedAt: new Date(receivedAt), beforeFeed: () => holdAuditEnd(tx) },
      )
      await keepTokens(tx, submissions, outcomes)
      return outcomes
    },
    async assignOpener(opened) {
      const assigned = await assignOpener(tx, actor, opened)
      acts.push(...assigned.acts)
      notes.push(...assigned.notes)
    },
    findKeys: (subjects) => findKeys(tx, subjects),
    async keepKeys(keys) {
      newKeys.push(...keys)
      notes.push(...(await keepKeys(tx, actor.member, keys)))
    },
    async keepWraps(wraps) {
      notes.push(...(await keepWraps(tx, actor.member, wraps)))
    },
    async noteReads(reads) {
      acts.push(...(await noteReads(tx, actor, reads)))
    },

    readEvents: async (range) => readEvents(tx, await sight(), range),
    readFeed: async (range) => readFeed(tx, await sight(), range),
    readSubjectFeed: async (subject, range) => readSubjectFeed(tx, await sight(), subject, range),
    readWraps: async (subject) => readWraps(tx, await sight(), subject),
    async readWanted(subject) {
      const keys = await findKeys(tx, [subject])
      if (keys.length === 0) return []
      everyone ??= listAccess(tx)
      const members = await everyone
      return keys.flatMap(({ compartment, version, wraps }) =>
        members
          .filter(({ member }) => !wraps.some(({ holder }) => holder === member))
          .filter((access) => mightHold(access, { subject, compartment }, at()))
          .map(({ member }) => ({ compartment, version, holder: member })),
      )
    },
    hasWrap: (name, holder) => hasWrap(tx, name, holder),

    findBlob: (blob) => findBlob(tx, blob),
    findSubject: async (subject) => (await listSubjectRefs(tx, [subject]))[0],
    putBlob: (card) => insertBlob(tx, actor.member, card),
    putChunk: (blob, number, bytes) => insertChunk(tx, blob, number, bytes),
    readChunk: async (blob, number) => readChunk(tx, await sight(), blob, number),

    async finish() {
      await appendAudit(tx, ...acts)
      if (newKeys.length + notes.length === 0) return
      await holdAccessFeed(tx)
      const lacking = newKeys.length === 0 ? [] : await findLacking(tx, newKeys, at())
      await tellAccess(tx, [...notes, ...lacking])
    },
  }
}

/** Of somebody who is no member any more. */
function nothing({ member }: Pick<Actor, 'member'>): Access {
  return { member, roles: [], assignments: [], breakGlass: [], suspended: [] }
}
