import {
  type Compartment,
  canonicalJson,
  dayNumberOf,
  type Entry,
  type EntryId,
  type Fact,
  partsBySubject,
  type SubjectId,
  type SubjectRef,
} from '@sathi/domain'
import { type Access, mayOpen, mayRead } from '@sathi/domain/staff'
import { instantOf } from '../measures/index.ts'
import { judgeBy } from '../office/index.ts'
import { entriesOn, writtenKinds } from './device-work.ts'
import { accessIn } from './invented-people.ts'
import { keyIn } from './invented-seals.ts'
import type { OfficeInspection } from './office-under-test.ts'
import { oldApp, type SimulatedDevice, violate, type World } from './world.ts'

/** What must hold when nothing is on its way any more and every device has been in touch. */
export async function checkAtRest(world: World): Promise<void> {
  const office = await world.office.inspect()
  const book = await world.office.readBook()
  checkPositions(world, office)
  checkConflicts(world, office)
  checkSaved(world, office)
  for (const device of world.devices) {
    const { standing } = device.memory.state
    if (standing.state !== 'working') continue
    const left = [...device.memory.items.values()].filter((item) => item.standing.state === 'to-go')
    if (left.length > 0) {
      const rule = device.appVersion === oldApp ? 'SYN-9' : 'SYN-7'
      violate(world, rule, `${device.id} keeps ${left.length} entries to go, held back by something else`)
    }
    const access = accessIn(book, device.member)
    checkErased(world, device, access)
    if (device.appVersion === oldApp) continue
    checkHeld(world, device, access, office)
    checkSheets(world, device, access, office)
    checkWraps(world, device, access, office)
  }
}

function checkPositions(world: World, { entries }: OfficeInspection): void {
  for (const [index, { position }] of entries.entries()) {
    if (position !== index + 1) violate(world, 'SYN-4', `position ${index + 1} is not taken`)
  }
  const ids = new Set(entries.map(({ entry }) => entry.id))
  if (ids.size !== entries.length) violate(world, 'SYN-3', 'an entry stands twice in the feed')
}

/** Everything that was ever reported as saved is in the office, aside there, or on its device for the worker to see. */
function checkSaved(world: World, office: OfficeInspection): void {
  const inOffice = new Map(office.entries.map(({ entry }) => [entry.id, entry]))
  const aside = new Set(office.quarantined.map(({ id }) => id))
  for (const [id, { entry, device: of }] of world.saved) {
    const device = world.devices.find((one) => one.id === of)
    const item = device?.memory.items.get(id)
    const stored = inOffice.get(id)
    if (
      stored !== undefined &&
      canonicalJson(stored) !== canonicalJson(entry) &&
      item?.standing.state !== 'refused'
    ) {
      violate(world, 'SYN-3', `${id} was overwritten`)
    }
    const isKept = stored !== undefined || aside.has(id) || world.excused.has(id)
    const standing = device?.memory.state.standing.state
    if (isKept || standing === 'wiped') continue
    if (item === undefined) violate(world, 'SYN-7', `${id} is nowhere any more`)
    else if (standing === 'locked') continue
    else if (item.standing.state === 'stored' || item.standing.state === 'quarantined') {
      violate(world, 'SYN-2', `${of} believes ${id} in the office, and it is not there`)
    }
  }
}

/** What is not hers is not on her device: entries, keys, files, and what she wrote and has handed in. */
function checkErased(world: World, { id: device, memory }: SimulatedDevice, access: Access): void {
  const judge = judgeBy(access, instantOf(world.tides.now()))
  const check = (subject: SubjectRef, what: string): void => {
    if (subject.type === 'case' && !judge.maySee(subject)) {
      violate(world, 'SYN-8', `${device} keeps ${what} of a case that is not hers`)
    }
  }
  for (const { entry } of memory.held.values()) check(entry.subject, 'an entry')
  const staying = new Set<SubjectId>()
  for (const { submission, standing } of memory.items.values()) {
    const { subject } = submission.entry
    if (standing.state === 'stored' || standing.state === 'quarantined') check(subject, 'an entry of her own')
    else staying.add(subject.id)
  }
  for (const { subject, compartment, from } of memory.wraps.values()) {
    // A case that the office did not take is on this device alone, with its key.
    if (from === 'office' || !staying.has(subject))
      check({ type: 'case', id: subject }, `a key of ${compartment}`)
  }
  for (const { card } of memory.blobs.values()) {
    if (!staying.has(card.subject)) check({ type: 'case', id: card.subject }, 'a file')
  }
}

/** She holds exactly what she may read, each part as she may open it. */
function checkHeld(
  world: World,
  { id: device, memory }: SimulatedDevice,
  access: Access,
  office: OfficeInspection,
): void {
  const now = instantOf(world.tides.now())
  const expected = new Map(
    office.entries
      .filter(({ entry }) => mayRead(access, entry.kind, entry.subject, now))
      .map((fed) => [fed.entry.id, fed]),
  )
  for (const [id, { position, entry }] of expected) {
    const held = memory.held.get(id)
    if (held === undefined && world.tampered.has(id) && memory.aside.has(id)) continue
    if (held === undefined) {
      violate(world, 'SYN-5', `${device} lacks ${entry.kind} ${id}`)
      continue
    }
    if (held.position !== position) violate(world, 'SYN-5', `${device} holds ${id} of another position`)
    const own = memory.items.has(id)
    for (const [name, part] of Object.entries(held.entry.sealed ?? {})) {
      const isHers = mayOpen(access, name as Compartment, entry.subject.id, now)
      if ('box' in part !== isHers && !own)
        violate(world, 'SYN-10', `${device} holds ${name} of ${id} wrongly`)
    }
  }
  for (const id of memory.held.keys()) {
    if (!expected.has(id)) violate(world, 'SYN-8', `${device} holds ${id}, which is not hers`)
  }
  if ([...memory.aside.keys()].some((id) => !world.tampered.has(id)))
    violate(world, 'SYN-10', `${device} does not believe what the office gave`)
}

/** Her sheets are the office's, as far as she reads their kinds. */
function checkSheets(world: World, device: SimulatedDevice, access: Access, office: OfficeInspection): void {
  const now = instantOf(world.tides.now())
  const used = ['case_opened', ...Object.keys(writtenKinds)]
  const subjects = new Map(office.entries.map(({ entry }) => [entry.subject.id, entry.subject]))
  const disputed = new Set([...device.memory.aside.values()].map(({ entry }) => entry.subject.id))
  for (const subject of subjects.values()) {
    if (disputed.has(subject.id)) continue
    for (const part of partsBySubject[subject.type]) {
      const kinds = part.kinds.filter((kind) => used.includes(kind))
      if (kinds.length === 0 || !kinds.every((kind) => mayRead(access, kind, subject, now))) continue
      const fold = (entries: readonly Entry[]): string => {
        const own = entries.filter(
          ({ kind, subject: of }) => of.id === subject.id && part.kinds.includes(kind),
        )
        return canonicalJson(part.fold(world.build.resolveFacts(own), subject) ?? null)
      }
      if (fold(inAnyOrder(world, entriesOn(device))) !== fold(office.entries.map(({ entry }) => entry))) {
        violate(world, 'SYN-5', `${device.id} folds ${part.name} of ${subject.id} to something else`)
      }
    }
  }
}

/** She holds every key that she may, as far as anybody is there who could wrap it, and it is the key of the boxes. */
function checkWraps(
  world: World,
  { id: device, memory }: SimulatedDevice,
  access: Access,
  office: OfficeInspection,
): void {
  const now = instantOf(world.tides.now())
  for (const key of office.keys) {
    if (!mayOpen(access, key.compartment, key.subject, now)) continue
    const name = `${key.subject} ${key.compartment} ${key.version}`
    const isAnywhere = world.devices.some(
      (other) =>
        other.appVersion !== oldApp &&
        other.memory.state.standing.state === 'working' &&
        other.memory.wraps.get(name)?.from === 'office',
    )
    if (isAnywhere && !memory.wraps.has(name)) violate(world, 'SYN-12', `${device} lacks the key ${name}`)
  }
  for (const { entry } of memory.held.values()) {
    for (const [compartment, part] of Object.entries(entry.sealed ?? {})) {
      const wrap = memory.wraps.get(`${entry.subject.id} ${compartment} ${part.keyVersion}`)
      if ('box' in part && wrap !== undefined && keyIn(wrap.wrap) !== keyIn(part.box)) {
        violate(
          world,
          'SYN-12',
          `${device} cannot open ${compartment} of ${entry.id} with the key that it was given`,
        )
      }
    }
  }
}

/** Amendments made apart are all kept, the latest is shown, and the fact is marked. Counted here in another way. */
function checkConflicts(world: World, { entries: fed }: OfficeInspection): void {
  const entries = fed.map(({ entry }) => entry)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const rootOf = (entry: Entry): EntryId => {
    const before = entry.amends === undefined ? undefined : byId.get(entry.amends)
    return before === undefined ? entry.id : rootOf(before)
  }
  const settled = new Set(entries.flatMap(({ amends, settles = [] }) => [amends, ...settles]))
  const heads = new Map<EntryId, Entry[]>()
  for (const entry of entries) {
    if (settled.has(entry.id)) continue
    heads.set(rootOf(entry), [...(heads.get(rootOf(entry)) ?? []), entry])
  }
  const facts = new Map<EntryId, Fact>()
  for (const fact of world.build.resolveFacts(entries)) {
    const shown = byId.get(fact.id)
    if (shown !== undefined) facts.set(rootOf(shown), fact)
  }
  for (const [root, fact] of facts) {
    const own = [...(heads.get(root) ?? [])].sort(laterFirst).map(({ id }) => id)
    if (canonicalJson(own) !== canonicalJson(fact.heads)) {
      violate(world, 'SYN-6', `${root} has the heads ${own.join(', ')}, and says ${fact.heads.join(', ')}`)
    }
  }
}

function laterFirst(left: Entry, right: Entry): number {
  const key = ({ occurredOn, recordedAt, id }: Entry): string =>
    `${String(dayNumberOf(occurredOn)).padStart(6, '0')} ${recordedAt} ${id}`
  return key(left) > key(right) ? -1 : 1
}

/** A device's store gives entries in an order of its own. */
function inAnyOrder(world: World, entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, lot: world.lots.below(1000) }))
    .sort((left, right) => left.lot - right.lot)
    .map(({ entry }) => entry)
}
