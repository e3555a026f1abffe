import { instantOf } from '../measures/index.ts'
import type { Epoch } from '../messages/index.ts'
import type { OfficeStore } from '../office/index.ts'
import { actInMemory } from './act-in-memory.ts'
import { type InventedMember, inventedMembers } from './invented-people.ts'
import { copyOf, emptyOffice, type OfficeMemory } from './office-memory.ts'
import type { OfficeUnderTest } from './office-under-test.ts'
import { type OfficeMistakes, openTransaction } from './open-transaction.ts'
import type { Life, Tides } from './tides.ts'

/**
 * An office in memory. A transaction waits for its turn before it begins, where it takes positions, and before and after
 * its commit, so that others run in between; a crash loses what was not committed.
 */
export function memoryOffice(
  tides: Tides,
  mistakes: OfficeMistakes = {},
  members: readonly InventedMember[] = inventedMembers,
): OfficeUnderTest & { readonly memory: () => OfficeMemory } {
  let memory = emptyOffice(members)
  let life: Life = { alive: true }
  let feed = createLock()
  let lives = 1
  let early = 0
  const backups: OfficeMemory[] = []

  const store: OfficeStore = {
    async transact(actor, work) {
      const own = life
      for (;;) {
        await tides.step(own)
        const writes: ((committed: OfficeMemory) => void)[] = []
        const guards: (() => boolean)[] = []
        let release: (() => void) | undefined
        const takeFeed = async (): Promise<void> => {
          if (mistakes.positions === 'early') return tides.step(own)
          release ??= await feed.take()
          await tides.step(own)
        }
        const commit = (): boolean => {
          const isGood = guards.every((holds) => holds())
          if (isGood) for (const write of writes) write(memory)
          release?.()
          return isGood
        }
        try {
          const nextEarly = (): number => ++early
          const result = await work(
            openTransaction({
              memory: () => memory,
              actor,
              tides,
              writes,
              guards,
              takeFeed,
              mistakes,
              nextEarly,
            }),
          )
          if (mistakes.answers === 'before-commit') {
            void tides.step(own).then(commit)
            return result
          }
          await tides.step(own)
          if (!commit()) continue
          await tides.step(own)
          return result
        } catch (fault) {
          release?.()
          throw fault
        }
      }
    },
  }

  const crash = (): void => {
    life.alive = false
    life = { alive: true }
    feed = createLock()
  }
  return {
    store,
    memory: () => memory,
    async act(act) {
      actInMemory(memory, act, instantOf(tides.now()))
    },
    async askToWipe(device) {
      memory.wiped.set(device, 'asked')
    },
    async crash() {
      crash()
    },
    async backUp() {
      backups.push(copyOf(memory))
    },
    async restore() {
      const backup = backups.at(-1)
      if (backup === undefined) return false
      crash()
      memory = copyOf(backup)
      lives += 1
      memory.epoch = `epoch-${lives}` as Epoch
      early = memory.position
      return true
    },
    async whereIs(id) {
      if (memory.byId.has(id)) return 'stored'
      const isAside = [...memory.quarantine.values()].some(({ submission }) => submission.entry.id === id)
      return isAside ? 'quarantined' : 'nowhere'
    },
    readBook: async () => memory.book,
    async inspect() {
      return {
        epoch: memory.epoch,
        entries: [...memory.rows.values()].sort((left, right) => left.position - right.position),
        quarantined: [...memory.quarantine.values()].map(({ submission, body }) => ({
          id: submission.entry.id,
          body,
        })),
        keys: [...memory.keys.values()],
        finishedBlobs: new Set(
          [...memory.blobs].flatMap(([blob, { card, chunks }]) =>
            chunks.length === card.chunks.length ? [blob] : [],
          ),
        ),
      }
    },
  }
}

/** One holder at a time, in the order in which they came. */
function createLock(): { take(): Promise<() => void> } {
  let last: Promise<void> = Promise.resolve()
  return {
    async take() {
      const before = last
      let release = (): void => {}
      last = new Promise((free) => {
        release = free
      })
      await before
      return release
    },
  }
}
