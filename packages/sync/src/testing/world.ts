import type { Entry, EntryId, MemberId } from '@sathi/domain'
import type { DeviceStore, DeviceWrite } from '../device/index.ts'
import { instantOf } from '../measures/index.ts'
import type { DeviceId } from '../messages/index.ts'
import type { OfficePorts } from '../office/index.ts'
import type { Build } from './build.ts'
import { type AccessAct, type AccessBook, inventedMembers } from './invented-people.ts'
import { digestOf, digestOfBytes, verify } from './invented-seals.ts'
import { type DeviceMemory, emptyDevice, memoryDevice } from './memory-device.ts'
import type { OfficeUnderTest } from './office-under-test.ts'
import type { Life, Lots, Tides } from './tides.ts'

export const presentApp = '2.1.0'
export const oldApp = '1.4.0'
export const oldestToPull = '2.0.0'

/** A broken promise, by the rule of the README that it breaks. */
export type Violation = { readonly rule: string; readonly what: string }

export type SimulatedDevice = {
  readonly id: DeviceId
  readonly member: MemberId
  readonly author: string
  readonly memory: DeviceMemory
  life: Life
  appVersion: string
  /** Milliseconds by which its clock is ahead. */
  ahead: number
  round: Promise<void> | undefined
  /** The life of the feed in which its last pull was answered. */
  answeredIn: string
}

/** What was reported to a worker as saved. */
type Saved = { readonly entry: Entry; readonly device: DeviceId }

/** Everything that one schedule runs in. */
export type World = {
  readonly build: Build
  readonly office: OfficeUnderTest
  readonly ports: OfficePorts
  readonly devices: readonly SimulatedDevice[]
  readonly lots: Lots
  readonly tides: Tides
  readonly weather: { lost: number; repeated: number }
  /** The network's own life: late repeats outlive devices. */
  readonly network: Life
  readonly saved: Map<EntryId, Saved>
  /** Entries that a worker gave up or wrote anew, and those that nobody could bring back after a restore. */
  readonly excused: Set<EntryId>
  /** Ids under which somebody sent something else: after a restore that may come first. */
  readonly tampered: Set<EntryId>
  /** Every book of access there was, in order. */
  readonly books: AccessBook[]
  readonly violations: Violation[]
  readonly faults: unknown[]
  /** Requests that are on their way, to be told when the office crashes. */
  readonly underway: Set<() => void>
  epoch: string
  nextNumber: number
}

export async function createWorld(
  build: Build,
  office: OfficeUnderTest,
  lots: Lots,
  tides: Tides,
): Promise<World> {
  const ports = build.officePorts({
    store: office.store,
    now: () => instantOf(tides.now()),
    digestOf,
    digestOfBytes,
    verify,
    oldestToPull,
  })
  return {
    build,
    office,
    ports,
    devices: inventedMembers.flatMap(({ member, author, devices }) =>
      devices.map((id) => ({
        id,
        member,
        author,
        memory: emptyDevice(),
        life: { alive: true },
        appVersion: presentApp,
        ahead: 0,
        round: undefined,
        answeredIn: '',
      })),
    ),
    lots,
    tides,
    weather: { lost: 0, repeated: 0 },
    network: { alive: true },
    saved: new Map(),
    excused: new Set(),
    tampered: new Set(),
    books: [await office.readBook()],
    violations: [],
    faults: [],
    underway: new Set(),
    epoch: (await office.inspect()).epoch,
    nextNumber: 1,
  }
}

export function violate(world: World, rule: string, what: string): void {
  world.violations.push({ rule, what })
}

/** Starts something that runs beside everything else. */
export function beside(world: World, work: Promise<unknown>): Promise<void> {
  return work.then(
    () => {},
    (fault: unknown) => {
      world.faults.push(fault)
    },
  )
}

/** The device's store, in the life that it has now. */
export function storeOf(world: World, device: SimulatedDevice): DeviceStore {
  const { life } = device
  const store = memoryDevice(
    device.memory,
    () => world.tides.step(life),
    (writes) => watchCommit(world, device, writes),
  )
  return world.build.deviceStore(store)
}

/** What a device believes to be in the office is in the office, at that very moment (unless it was restored since). */
function watchCommit(world: World, device: SimulatedDevice, writes: readonly DeviceWrite[]): void {
  if (device.answeredIn !== world.epoch) excuseErased(world, device, writes)
  for (const write of writes) {
    if (write.write !== 'standing' || device.memory.state.epoch !== world.epoch) continue
    const { id, standing } = write
    if (standing.state !== 'stored' && standing.state !== 'quarantined') continue
    void beside(
      world,
      world.office.whereIs(id).then((place) => {
        if (place === 'nowhere')
          violate(world, 'SYN-2', `${device.id} was told that ${id} is safe, and it is nowhere`)
      }),
    )
  }
}

/** An order to erase that was given before a restore, and is carried out after it, may erase what the restore lost. */
function excuseErased(world: World, { memory }: SimulatedDevice, writes: readonly DeviceWrite[]): void {
  for (const { submission, standing } of memory.items.values()) {
    const { id, subject } = submission.entry
    const isErased = writes.some(
      (write) =>
        (write.write === 'purge' && write.subject === subject.id) ||
        (write.write === 'purge-all' && write.own === 'go'),
    )
    if (isErased && standing.state !== 'to-go') world.excused.add(id)
  }
}

export async function actOnAccess(world: World, act: AccessAct): Promise<void> {
  await world.office.act(act)
  world.books.push(await world.office.readBook())
}

export function crashDevice(device: SimulatedDevice): void {
  device.life.alive = false
  device.life = { alive: true }
  device.round = undefined
}

export async function crashOffice(world: World): Promise<void> {
  await world.office.crash()
  for (const tell of [...world.underway]) tell()
}

/** Restores the last backup. What is lost, and on no device of its author, cannot come back. */
export async function restoreOffice(world: World): Promise<void> {
  const before = await world.office.inspect()
  if (!(await world.office.restore())) return
  for (const tell of [...world.underway]) tell()
  const after = await world.office.inspect()
  world.epoch = after.epoch
  world.books.push(await world.office.readBook())
  const kept = new Set([
    ...after.entries.map(({ entry }) => entry.id),
    ...after.quarantined.map(({ id }) => id),
  ])
  for (const id of [
    ...before.entries.map(({ entry }) => entry.id),
    ...before.quarantined.map(({ id }) => id),
  ]) {
    if (kept.has(id) || world.devices.some(({ memory }) => memory.items.has(id))) continue
    world.excused.add(id)
  }
}
