import {
  type Compartment,
  canonicalJson,
  type Entry,
  type EntryId,
  findKind,
  type PartialDate,
  type SubjectId,
  type SubjectRef,
} from '@sathi/domain'
import { type Access, mayWrite } from '@sathi/domain/staff'
import type { NewBlob, NewItem } from '../device/index.ts'
import { instantOf, largestChunk } from '../measures/index.ts'
import type { BlobId, NewKey } from '../messages/index.ts'
import { accessIn, inventedMembers } from './invented-people.ts'
import { aKey, digestOfBytes, type InventedKey, keyIn, sealedParts, sign, wrapOf } from './invented-seals.ts'
import { type SimulatedDevice, storeOf, violate, type World } from './world.ts'

/** What somebody writes on a device, as far as the schedule says. */
export type Writing = {
  readonly subject: SubjectRef
  readonly subjectCode?: string
  readonly kind: string
  readonly open: Readonly<Record<string, unknown>>
  readonly day?: number
  readonly amends?: EntryId
  readonly retracts?: EntryId
  readonly settles?: readonly EntryId[]
  readonly sealed?: boolean
  readonly newKey?: boolean
  readonly file?: boolean
}

/** Kinds that schedules write, each with what it says. */
export const writtenKinds = {
  follow_up: { channel: 'home_visit', reached: 'survivor' },
  risk_raised: { risk_id: 'r-1', flag: 'threats' },
  service_given: { service: 'health', outcome: 'provided' },
  counselling_session: { session_number: 1 },
  feedback_given: { helpful: 'yes' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>

export const openingOpen = { pathway: 'shelter', gender: 'Feminine', is_child: 'no' }
export const agencyOpen = { name: 'Shishir', type: 'NGO', country: 'BD' }

/** Writes an entry on a device and saves it, as its form does: with its keys and files. */
export async function write(world: World, device: SimulatedDevice, writing: Writing): Promise<void> {
  const item = makeItem(world, device, writing)
  const blobs = writing.file === true ? [await aFile(world, writing.subject)] : []
  const submission =
    blobs.length === 0 ? item.submission : { ...item.submission, blobs: blobs.map(({ card }) => card.blob) }
  await save(world, device, { ...item, submission }, blobs)
}

/** Saves an item; what is reported as saved is remembered, and must be on the device at that moment (SYN-1). */
export async function save(
  world: World,
  device: SimulatedDevice,
  item: NewItem,
  blobs: readonly NewBlob[] = [],
): Promise<void> {
  const { entry } = item.submission
  await world.build.saveEntry(storeOf(world, device), item, blobs)
  world.saved.set(entry.id, { entry, device: device.id })
  const isHere = device.memory.items.has(entry.id) || (await world.office.whereIs(entry.id)) !== 'nowhere'
  if (!isHere && device.memory.state.standing.state !== 'wiped') {
    violate(world, 'SYN-1', `${device.id} said that ${entry.id} is saved, and it is not`)
  }
}

/** A signed entry with the keys that are made for it. */
export function makeItem(world: World, device: SimulatedDevice, writing: Writing): NewItem {
  const { subject, kind, amends, retracts, settles, open, day = 0 } = writing
  const id = aUuid<EntryId>(world)
  const keys: NewKey[] = []
  const sealed =
    writing.sealed === true && retracts === undefined ? sealFor(world, device, writing, keys) : []
  const entry: Entry = {
    id,
    subject,
    kind,
    version: findKind(kind)?.version ?? 1,
    occurredOn: `2026-03-0${day + 1}` as PartialDate,
    recordedAt: instantOf(world.tides.now() + device.ahead),
    author: device.author,
    device: device.id,
    open: retracts === undefined ? open : {},
    ...(amends === undefined ? {} : { amends }),
    ...(retracts === undefined ? {} : { retracts }),
    ...(settles === undefined || settles.length === 0 ? {} : { settles }),
    ...(sealed.length === 0 ? {} : { sealed: sealedParts(id, sealed) }),
  }
  const submission = {
    entry: sign(entry, device.member),
    ...(writing.subjectCode === undefined ? {} : { subjectCode: writing.subjectCode }),
  }
  return { submission, keys }
}

type Seal = { readonly compartment: Compartment; readonly version: number; readonly key: InventedKey }

/** The keys that the entry is sealed under: the newest that the device has, or one that it makes. */
function sealFor(world: World, device: SimulatedDevice, writing: Writing, made: NewKey[]): Seal[] {
  const { sealed = {} } = findKind(writing.kind) ?? {}
  const compartments = [...new Set(Object.values(sealed).map(({ compartment }) => compartment))]
  return compartments.map((compartment) => {
    const held = newestKey(device, writing.subject.id, compartment)
    if (held !== undefined && writing.newKey !== true) return { compartment, ...held }
    const version = (held?.version ?? 0) + 1
    const key = aKey(device.id, world.nextNumber++)
    const holders = ['recovery', device.member] as const
    made.push({
      subject: writing.subject.id,
      compartment,
      version,
      wraps: holders.map((holder) => ({ holder, wrap: wrapOf(key, holder) })),
    })
    return { compartment, version, key }
  })
}

/** The newest key of a compartment that a device has: from the office, or made here. */
export function newestKey(
  { memory }: SimulatedDevice,
  subject: SubjectId,
  compartment: Compartment,
): { readonly version: number; readonly key: InventedKey } | undefined {
  const found = [...memory.wraps.values()]
    .filter((wrap) => wrap.subject === subject && wrap.compartment === compartment)
    .sort((left, right) => right.version - left.version)[0]
  return found && { version: found.version, key: keyIn(found.wrap) }
}

async function aFile(world: World, { id: subject }: SubjectRef): Promise<NewBlob> {
  const chunks = Array.from({ length: 1 + world.lots.below(3) }, () =>
    Uint8Array.from({ length: 4 }, () => world.lots.below(256)),
  )
  const digests = await Promise.all(chunks.map(digestOfBytes))
  const card = {
    blob: aUuid<BlobId>(world),
    subject,
    compartment: 'casework',
    size: Math.min(chunks.length * 4, largestChunk),
    chunks: digests,
  } as const
  return { card, chunks }
}

/** A UUID whose order says nothing about when it was made. */
export function aUuid<Id extends string>(world: World): Id {
  const drawn = world.lots.below(0x1_0000_0000).toString(16).padStart(8, '0')
  const number = (world.nextNumber++).toString(16).padStart(12, '0')
  return `${drawn}-0000-7000-8000-${number}` as Id
}

/** What the app on a device shows: the entries that it has, its own among them. */
export function entriesOn({ memory }: SimulatedDevice): readonly Entry[] {
  const own = [...memory.items.values()]
    .filter(({ standing }) => standing.state === 'to-go' || standing.state === 'stored')
    .map(({ submission }) => submission.entry)
    .filter(({ id }) => !memory.held.has(id))
  return [...[...memory.held.values()].map(({ entry }) => entry), ...own]
}

/** The cases that the app on a device offers to write in. */
export function casesOn(device: SimulatedDevice): readonly SubjectRef[] {
  const found = new Map<SubjectId, SubjectRef>()
  for (const { subject } of entriesOn(device)) if (subject.type === 'case') found.set(subject.id, subject)
  for (const { subject } of device.memory.wraps.values()) found.set(subject, { type: 'case', id: subject })
  for (const { subject } of device.memory.assignments.values())
    found.set(subject, { type: 'case', id: subject })
  return [...found.values()]
}

/** Kinds that the member may write in a case, as the device knows it: her role as it is, her cases as they were. */
export function kindsFor(world: World, device: SimulatedDevice, subject: SubjectRef): readonly string[] {
  const now = instantOf(world.tides.now())
  const book = world.books.at(-1) ?? new Map()
  const access: Access = accessIn(book, device.member)
  const asIfAssigned = { ...access, assignments: [{ case: subject.id, from: access.roles[0]?.from ?? now }] }
  return Object.keys(writtenKinds).filter((kind) => mayWrite(asIfAssigned, kind, subject, now))
}

/** What the entry says that amends another: something else than it. */
export function otherOpen(entry: Entry, number: number): Readonly<Record<string, unknown>> {
  if (entry.kind === 'counselling_session') return { session_number: 1 + (number % 5) }
  if (entry.kind === 'follow_up') {
    return { ...entry.open, safe: (['yes', 'no', 'unknown'] as const)[number % 3] }
  }
  return entry.open
}

export function isSameBody(left: Entry, right: Entry): boolean {
  return canonicalJson(left) === canonicalJson(right)
}

export const allDevices = inventedMembers.flatMap(({ devices }) => devices)
