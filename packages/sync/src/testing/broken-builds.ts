import type { Entry, Fact, Instant } from '@sathi/domain'
import { dayNumberOf } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import type { DevicePorts, DeviceStore } from '../device/index.ts'
import type { OfficePorts, OfficeTransaction } from '../office/index.ts'
import { type Build, soundBuild } from './build.ts'
import { oldApp } from './world.ts'

/** A build with one mistake, and the rule that it breaks. */
export type BrokenBuild = {
  readonly rule: string
  readonly mistake: string
  readonly build: Build
}

/** Mistakes that have been made elsewhere, each of which the schedules must find. */
export const brokenBuilds: readonly BrokenBuild[] = [
  {
    rule: 'SYN-1',
    mistake: 'a device that says "saved" before it is',
    build: {
      ...soundBuild,
      async saveEntry(store, item, blobs) {
        void soundBuild.saveEntry(store, item, blobs)
      },
    },
  },
  {
    rule: 'SYN-2',
    mistake: 'an office that acknowledges before it has committed',
    build: { ...soundBuild, office: { answers: 'before-commit' } },
  },
  {
    rule: 'SYN-3',
    mistake: 'an office that overwrites what is stored under an id',
    build: {
      ...withTransaction({ findStored: async () => new Map() }),
      office: { sameId: 'overwrite' },
    },
  },
  {
    rule: 'SYN-3',
    mistake: 'an office that stores again what comes again',
    build: { ...withTransaction({ findStored: async () => new Map() }), office: { sameId: 'again' } },
  },
  {
    rule: 'SYN-4',
    mistake: 'a feed whose positions become visible out of order',
    build: { ...soundBuild, office: { positions: 'early' } },
  },
  {
    rule: 'SYN-5',
    mistake: 'a fold that depends on the order of arrival',
    build: { ...soundBuild, resolveFacts: (entries) => lastToArrive(entries) },
  },
  {
    rule: 'SYN-5',
    mistake: 'a device that keeps its cursor before the page',
    build: withDeviceStore((store) => ({
      async commit(writes) {
        const states = writes.filter(({ write }) => write === 'state')
        if (states.length > 0) await store.commit(states)
        await store.commit(writes.filter(({ write }) => write !== 'state'))
      },
    })),
  },
  {
    rule: 'SYN-5',
    mistake: 'an office that gives a granted case from now on only',
    build: withTransaction({ readSubjectFeed: async (_, { until }) => ({ entries: [], reached: until }) }),
  },
  {
    rule: 'SYN-6',
    mistake: 'a fold that forgets the earlier of two amendments',
    build: {
      ...soundBuild,
      resolveFacts: (entries) =>
        soundBuild.resolveFacts(entries).map((fact) => ({ ...fact, heads: fact.heads.slice(0, 1) })),
    },
  },
  {
    rule: 'SYN-7',
    mistake: 'a device that drops what was refused',
    build: withDeviceStore((store) => ({
      commit: (writes) =>
        store.commit(
          writes.map((write) =>
            write.write === 'standing' && write.standing.state === 'refused'
              ? { write: 'drop-item', id: write.id }
              : write,
          ),
        ),
    })),
  },
  {
    rule: 'SYN-7',
    mistake: 'a device that pushes nothing behind a refused entry',
    build: withDeviceStore((store) => ({
      async listItems(states) {
        const items = await store.listItems(states)
        const refused = items.filter(({ standing }) => standing.state === 'refused')
        return refused.length > 0 ? refused : items
      },
    })),
  },
  {
    rule: 'SYN-7',
    mistake: 'a device that erases a lost case before it has pushed',
    build: {
      ...withDeviceStore((store) => ({
        async commit(writes) {
          const items = await store.listItems(['to-go'])
          const erased = writes.flatMap((write) => (write.write === 'purge' ? [write.subject] : []))
          const dropped = items.filter(({ submission }) => erased.includes(submission.entry.subject.id))
          await store.commit([
            ...writes,
            ...dropped.map(({ submission }) => ({ write: 'drop-item', id: submission.entry.id }) as const),
          ])
        },
      })),
      runRound: async (ports) => {
        await soundBuild.runRound(pullingOnly(ports))
        return soundBuild.runRound(ports)
      },
    },
  },
  {
    rule: 'SYN-8',
    mistake: 'a device that keeps a case that is hers no more',
    build: withDeviceStore((store) => ({
      commit: (writes) => store.commit(writes.filter(({ write }) => write !== 'purge')),
    })),
  },
  {
    rule: 'SYN-9',
    mistake: 'an office that takes nothing from an old app',
    build: forgettingOldApps(),
  },
  {
    rule: 'SYN-10',
    mistake: 'an office that lets the device decide what she may write and read',
    build: withTransaction({ readAccess: async (member) => everywhere(member) }),
  },
  {
    rule: 'SYN-10',
    mistake: 'an office that does not look at signatures',
    build: { ...soundBuild, officePorts: (ports) => ({ ...ports, verify: async () => true }) },
  },
  {
    rule: 'SYN-11',
    mistake: 'an office and a device that let an entry go before its files',
    build: {
      ...withTransaction({ findFinishedBlobs: async (ids) => new Set(ids) }),
      deviceStore: (store) => ({ ...store, findBlob: async () => undefined }),
    },
  },
  {
    rule: 'SYN-12',
    mistake: 'an office that keeps two keys under one name',
    build: withTransaction({ findKeys: async () => [], keepKeys: async () => {} }),
  },
]

/** The office's transaction with some of its answers replaced. */
function withTransaction(wrong: Partial<OfficeTransaction>): Build {
  const officePorts = (ports: OfficePorts): OfficePorts => ({
    ...ports,
    store: {
      transact: (actor, work) => ports.store.transact(actor, (tx) => work({ ...tx, ...wrong })),
    },
  })
  return { ...soundBuild, officePorts }
}

function withDeviceStore(wrong: (store: DeviceStore) => Partial<DeviceStore>): Build {
  return { ...soundBuild, deviceStore: (store) => ({ ...store, ...wrong(store) }) }
}

/** A round that finds nothing to bring up. */
function pullingOnly(ports: DevicePorts): DevicePorts {
  const store: DeviceStore = {
    ...ports.store,
    listItems: async () => [],
    listReads: async () => [],
    listOutgoingWraps: async () => [],
  }
  return { ...ports, store }
}

function forgettingOldApps(): Build {
  const old = new Set<string>()
  return {
    ...soundBuild,
    answers: {
      ...soundBuild.answers,
      hello(office, actor, request) {
        if (request.appVersion === oldApp) old.add(actor.device)
        else old.delete(actor.device)
        return soundBuild.answers.hello(office, actor, request)
      },
      async push(office, actor, request) {
        if (old.has(actor.device)) return { outcomes: [], otherKeys: [], serverTime: office.now() }
        return soundBuild.answers.push(office, actor, request)
      },
    },
  }
}

/** Somebody who may do everything, wherever she says so. */
function everywhere(member: Access['member'] | undefined): Access {
  const from = '2020-01-01T00:00:00.000Z' as Instant
  return {
    member: member ?? ('nobody' as Access['member']),
    roles: [
      { role: 'me_officer', from },
      { role: 'supervisor', from },
    ],
    assignments: everyCase(from),
    breakGlass: [],
    suspended: [],
  }
}

/** A list in which every case is found. */
function everyCase(from: Instant): Access['assignments'] {
  return {
    filter: () => [{ case: '', from }],
    map: () => [],
    some: () => true,
    [Symbol.iterator]: () => [][Symbol.iterator](),
  } as never
}

/** Of amendments made apart, the last to arrive is shown. */
function lastToArrive(entries: Iterable<Entry>): Fact[] {
  const arrived = [...entries]
  return soundBuild.resolveFacts(arrived).map((fact) => {
    const last = arrived.findLast(({ id }) => fact.heads.includes(id))
    if (last === undefined || last.retracts !== undefined) return fact
    return {
      ...fact,
      id: last.id,
      occurredOn: last.occurredOn,
      day: dayNumberOf(last.occurredOn),
      open: last.open,
    }
  })
}
