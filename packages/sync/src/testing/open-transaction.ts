import type { Instant, MemberId } from '@sathi/domain'
import { instantOf, later } from '../measures/index.ts'
import type { KeyName } from '../messages/index.ts'
import type { Actor, FedEntry, FeedRange, OfficeTransaction } from '../office/index.ts'
import { actInMemory } from './act-in-memory.ts'
import { appendInMemory } from './append-in-memory.ts'
import { accessIn, isSuspended } from './invented-people.ts'
import { cardOf } from './invented-seals.ts'
import { holds, type OfficeMemory, tellElapsed, tellWanted, tellWrap } from './office-memory.ts'
import type { Tides } from './tides.ts'

/** Ways to build the office wrongly, so that the invariants are seen to fail. */
export type OfficeMistakes = {
  /** Answers before what it says is durable. */
  readonly answers?: 'before-commit'
  /** Takes positions when a transaction writes, not when it ends. */
  readonly positions?: 'early'
  readonly sameId?: 'overwrite' | 'again'
}

export type Opening = {
  readonly memory: () => OfficeMemory
  readonly actor: Actor
  readonly tides: Tides
  readonly writes: ((committed: OfficeMemory) => void)[]
  /** What must still be so when the transaction commits; else it is run again. */
  readonly guards: (() => boolean)[]
  readonly takeFeed: () => Promise<void>
  readonly mistakes: OfficeMistakes
  readonly nextEarly: () => number
}

/** One transaction of the office in memory: reads see what is committed, writes wait for the commit. */
export function openTransaction({
  memory,
  actor,
  tides,
  writes,
  guards,
  takeFeed,
  mistakes,
  nextEarly,
}: Opening): OfficeTransaction {
  const write = (change: (committed: OfficeMemory) => void): void => {
    writes.push(change)
  }
  const allMembers = (): MemberId[] => [...memory().book.keys()]
  return {
    async noteElapsedAccess(now) {
      write((committed) => tellElapsed(committed, now))
    },
    async getFeedEnd() {
      const { epoch, position, events, rolesChanged } = memory()
      const seal = sealOf(memory(), position)
      return {
        epoch,
        position,
        seal,
        access: events.length,
        rolesChanged: rolesChanged.get(actor.member) ?? 0,
      }
    },
    readAccess: async (member = actor.member) => accessIn(memory().book, member),

    async readStanding(now) {
      if (memory().wiped.has(actor.device)) return { state: 'wipe' }
      if (isSuspended(memory().book, actor.member)) return { state: 'locked', reason: 'member-suspended' }
      return { state: 'ok', leaseUntil: later(now, 14 * 86_400_000) }
    },
    async noteGreeting({ clockOffset }) {
      write((committed) => committed.clockOffsets.set(actor.device, clockOffset))
    },
    async noteWiped() {
      write((committed) => committed.wiped.set(actor.device, 'done'))
    },

    findStored: async (ids) => some(memory().byId, ids),
    async findQuarantined(ids) {
      const found = new Map<(typeof ids)[number], string[]>()
      for (const { submission, body } of memory().quarantine.values()) {
        const { id } = submission.entry
        if (ids.includes(id)) found.set(id, [...(found.get(id) ?? []), body])
      }
      return found
    },
    async quarantine(kept) {
      write((committed) => {
        for (const one of kept) committed.quarantine.set(one.body, one)
      })
    },
    findSubjects: async (ids) => new Set(ids.filter((id) => memory().subjects.has(id))),
    getCard: async () => cardOf(actor.member),
    readClockOffset: async () => memory().clockOffsets.get(actor.device) ?? 0,
    findFinishedBlobs: async (ids) =>
      new Set(
        ids.filter((id) => {
          const blob = memory().blobs.get(id)
          return blob !== undefined && blob.chunks.length === blob.card.chunks.length
        }),
      ),
    async append(submissions, receivedAt) {
      await takeFeed()
      let position = memory().position
      const next = mistakes.positions === 'early' ? nextEarly : () => ++position
      const appended = appendInMemory(memory(), submissions, receivedAt, next, mistakes.sameId)
      write((committed) => {
        for (const { ref, code } of appended.subjects) committed.subjects.set(ref.id, { ref, code })
        for (const row of appended.rows) {
          const earlier = committed.byId.get(row.entry.id)
          if (earlier !== undefined && mistakes.sameId === 'overwrite')
            committed.rows.delete(earlier.position)
          committed.rows.set(row.position, row)
          committed.byId.set(row.entry.id, row)
          committed.position = Math.max(committed.position, row.position)
        }
      })
      return appended.outcomes
    },
    async assignOpener(opened) {
      write((committed) => {
        for (const { case: of, from } of opened) {
          actInMemory(committed, { act: 'grant', member: actor.member, case: of, from }, nowOf(tides))
        }
      })
    },
    findKeys: async (subjects) =>
      [...memory().keys.values()].filter(({ subject }) => subjects.includes(subject)),
    async keepKeys(keys) {
      guards.push(() => keys.every((key) => !memory().keys.has(nameIn(key))))
      write((committed) => {
        for (const key of keys) {
          committed.keys.set(nameIn(key), key)
          for (const { holder, wrap } of key.wraps) tellWrap(committed, key, holder, wrap, actor.member)
        }
        tellWanted(committed, nowOf(tides), allMembers())
      })
    },
    async keepWraps(wraps) {
      write((committed) => {
        for (const { holder, wrap, ...name } of wraps) {
          const key = committed.keys.get(nameIn(name))
          if (key === undefined || holds(key, holder)) continue
          committed.keys.set(nameIn(name), { ...key, wraps: [...key.wraps, { holder, wrap }] })
          tellWrap(committed, name, holder, wrap, actor.member)
        }
      })
    },
    async noteReads(reads) {
      write((committed) => committed.reads.push(...reads))
    },

    async readEvents({ after, until, limit }) {
      return memory()
        .events.slice(after, until)
        .filter(({ member }) => member === null || member === actor.member)
        .slice(0, limit)
    },
    readFeed: async (range) => readRange(memory(), range, () => true),
    readSubjectFeed: async (subject, range) =>
      readRange(memory(), range, ({ entry }) => entry.subject.id === subject),
    readWraps: async (subject) =>
      [...memory().keys.values()].flatMap(({ subject: of, compartment, version, wraps }) =>
        of !== subject
          ? []
          : wraps
              .filter(({ holder }) => holder === actor.member)
              .map(({ wrap }) => ({ compartment, version, wrap, madeBy: actor.member })),
      ),
    async readWanted(subject) {
      return memory().events.flatMap(({ what }) => {
        if (what.event !== 'wanted' || what.subject.id !== subject) return []
        const { compartment, version, holder } = what
        const key = memory().keys.get(nameIn({ subject, compartment, version }))
        return key === undefined || holds(key, holder) ? [] : [{ compartment, version, holder }]
      })
    },
    async hasWrap(name, holder) {
      const key = memory().keys.get(nameIn(name))
      return key !== undefined && holds(key, holder)
    },

    async findBlob(blob) {
      const found = memory().blobs.get(blob)
      return found && { card: found.card, have: found.chunks.length }
    },
    findSubject: async (subject) => memory().subjects.get(subject)?.ref,
    async putBlob(card) {
      write((committed) => {
        if (!committed.blobs.has(card.blob)) committed.blobs.set(card.blob, { card, chunks: [] })
      })
    },
    async putChunk(blob, number, bytes) {
      write((committed) => {
        const found = committed.blobs.get(blob)
        if (found?.chunks.length === number) {
          committed.blobs.set(blob, { ...found, chunks: [...found.chunks, bytes] })
        }
      })
    },
    readChunk: async (blob, number) => memory().blobs.get(blob)?.chunks[number],
  }
}

function readRange(
  { rows }: OfficeMemory,
  { after, until, limit }: FeedRange,
  isMeant: (row: FedEntry) => boolean,
): { entries: FedEntry[]; reached: number } {
  const entries: FedEntry[] = []
  for (let position = after + 1; position <= until; position += 1) {
    const row = rows.get(position)
    if (row === undefined || !isMeant(row)) continue
    const { body: _, ...fed } = row
    entries.push(fed)
    if (entries.length === limit) return { entries, reached: position }
  }
  return { entries, reached: until }
}

/** Not a hash chain, but different for each end of each life. */
function sealOf({ epoch }: OfficeMemory, position: number): string {
  return `${epoch}-${position}`.padEnd(43, '_')
}

function nameIn({ subject, compartment, version }: KeyName): string {
  return `${subject} ${compartment} ${version}`
}

function some<Key, Value>(all: ReadonlyMap<Key, Value>, keys: readonly Key[]): ReadonlyMap<Key, Value> {
  return new Map(keys.flatMap((key) => (all.has(key) ? [[key, all.get(key) as Value]] : [])))
}

function nowOf(tides: Tides): Instant {
  return instantOf(tides.now())
}
