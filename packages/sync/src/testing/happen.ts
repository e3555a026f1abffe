import { resolveFacts, type SubjectId } from '@sathi/domain'
import { mayWrite } from '@sathi/domain/staff'
import { chooseCode, giveUp, noteRead, readProgress, sendAgain } from '../device/index.ts'
import { instantOf, later, protocol } from '../measures/index.ts'
import type { Happening } from './any-schedule.ts'
import {
  agencyOpen,
  aUuid,
  casesOn,
  entriesOn,
  kindsFor,
  makeItem,
  openingOpen,
  otherOpen,
  write,
  writtenKinds,
} from './device-work.ts'
import { flakyOffice } from './flaky-network.ts'
import { accessIn, inventedMembers, isSuspended } from './invented-people.ts'
import { forge, keyIn, sign, verify, wrapOf } from './invented-seals.ts'
import {
  actOnAccess,
  beside,
  crashDevice,
  crashOffice,
  oldApp,
  presentApp,
  restoreOffice,
  type SimulatedDevice,
  storeOf,
  type World,
} from './world.ts'

const hour = 3_600_000

/** Lets one thing happen. What needs time goes on beside the rest. */
export async function happen(world: World, happening: Exclude<Happening, { what: 'calm' }>): Promise<void> {
  switch (happening.what) {
    case 'tide':
      for (let step = 0; step < happening.steps; step += 1) await world.tides.turn()
      return
    case 'weather':
      Object.assign(world.weather, { lost: happening.lost, repeated: happening.repeated })
      return
    case 'pass':
      world.tides.pass(happening.hours * hour)
      return
    case 'crash-office':
      return crashOffice(world)
    case 'back-up':
      return world.office.backUp()
    case 'restore':
      return restoreOffice(world)
    case 'grant':
    case 'revoke':
      return changeAssignment(world, happening)
    case 'role':
    case 'suspend':
    case 'reinstate':
      return changeMember(world, happening)
    default:
      return onDevice(world, happening)
  }
}

async function changeAssignment(
  world: World,
  happening: Extract<Happening, { what: 'grant' | 'revoke' }>,
): Promise<void> {
  const { entries } = await world.office.inspect()
  const cases = [
    ...new Set(entries.flatMap(({ entry: { subject } }) => (subject.type === 'case' ? [subject.id] : []))),
  ]
  const of = pick(cases, happening.subject)
  const member = inventedMembers[happening.member]?.member
  if (of === undefined || member === undefined) return
  if (happening.what === 'revoke') return actOnAccess(world, { act: 'revoke', member, case: of })
  const until = happening.hours === 0 ? {} : { until: instantOf(world.tides.now() + happening.hours * hour) }
  return actOnAccess(world, { act: 'grant', member, case: of, ...until })
}

async function changeMember(
  world: World,
  happening: Extract<Happening, { what: 'role' | 'suspend' | 'reinstate' }>,
): Promise<void> {
  const member = inventedMembers[happening.member]?.member
  if (member === undefined) return
  if (happening.what === 'role') return actOnAccess(world, { act: 'role', member, role: happening.role })
  const is = isSuspended(world.books.at(-1) ?? new Map(), member)
  if (is !== (happening.what === 'suspend')) return actOnAccess(world, { act: happening.what, member })
}

type OnDevice = Extract<Happening, { readonly device: number }>

async function onDevice(world: World, happening: OnDevice): Promise<void> {
  const device = world.devices[happening.device]
  if (device === undefined) return
  const isWorking = device.memory.state.standing.state === 'working'
  switch (happening.what) {
    case 'round':
      return startRound(world, device)
    case 'crash':
      if (happening.after > 0) startRound(world, device)
      for (let step = 0; step < happening.after; step += 1) await world.tides.turn()
      return crashDevice(device)
    case 'app':
      device.appVersion = happening.isOld ? oldApp : presentApp
      return
    case 'clock':
      device.ahead = happening.hours * hour
      return
    case 'wipe':
      return world.office.askToWipe(device.id)
    case 'tamper':
      return tamper(world, device, happening)
    default:
      // A locked or wiped app lets nobody write.
      if (isWorking) void beside(world, work(world, device, happening))
  }
}

/** Starts a round of the device, unless one is under way. */
export function startRound(world: World, device: SimulatedDevice): void {
  if (device.round !== undefined) return
  const { life } = device
  const round = beside(
    world,
    world.build.runRound({
      store: storeOf(world, device),
      office: flakyOffice(world, device),
      device: device.id,
      appVersion: device.appVersion,
      now: () => instantOf(world.tides.now() + device.ahead),
      verify,
      async makeWrap({ subject, compartment, version, holder }, key) {
        return { subject, compartment, version, holder, wrap: wrapOf(keyIn(key.wrap), holder) }
      },
    }),
  )
  device.round = round
  void round.then(() => {
    if (device.life === life) device.round = undefined
  })
}

async function work(
  world: World,
  device: SimulatedDevice,
  happening: Exclude<OnDevice, { what: 'round' | 'crash' | 'app' | 'clock' | 'wipe' | 'tamper' }>,
): Promise<void> {
  const now = instantOf(world.tides.now())
  const access = accessIn(world.books.at(-1) ?? new Map(), device.member)
  switch (happening.what) {
    case 'open-case': {
      const subject = { type: 'case', id: aUuid<SubjectId>(world) } as const
      if (!mayWrite(access, 'case_opened', subject, now)) return
      const subjectCode = `C-${happening.code}`
      const { sealed } = happening
      return write(world, device, { subject, subjectCode, kind: 'case_opened', open: openingOpen, sealed })
    }
    case 'register-agency': {
      const subject = { type: 'agency', id: aUuid<SubjectId>(world) } as const
      if (!mayWrite(access, 'agency_registered', subject, now)) return
      const subjectCode = `A-${happening.code}`
      return write(world, device, { subject, subjectCode, kind: 'agency_registered', open: agencyOpen })
    }
    case 'write': {
      const subject = pick(casesOn(device), happening.subject)
      const kind = subject && pick(kindsFor(world, device, subject), happening.kind)
      if (subject === undefined || kind === undefined) return
      const open = writtenKinds[kind as keyof typeof writtenKinds]
      const { day, sealed, newKey, file } = happening
      return write(world, device, { subject, kind, open, day, sealed, newKey, file })
    }
    case 'amend':
    case 'retract': {
      const entry = pick(
        entriesOn(device).filter(({ kind }) => kind in writtenKinds),
        happening.entry,
      )
      if (entry === undefined) return
      const { subject, kind } = entry
      if (happening.what === 'retract') {
        return write(world, device, { subject, kind, open: {}, retracts: entry.id })
      }
      const open = otherOpen(entry, happening.entry)
      return write(world, device, { subject, kind, open, day: happening.day, amends: entry.id })
    }
    case 'settle': {
      const conflicts = resolveFacts(entriesOn(device)).filter(({ heads }) => heads.length > 1)
      const fact = pick(conflicts, happening.entry)
      if (fact === undefined) return
      const [amends, ...settles] = fact.heads
      if (amends === undefined) return
      const { subject, kind, open } = fact
      return write(world, device, { subject, kind, open, amends, settles })
    }
    case 'read': {
      const subject = casesOn(device)[0]?.id
      if (subject === undefined) return
      return noteRead(storeOf(world, device), { subject, compartment: 'casework', at: now, offline: true })
    }
    case 'answer-refused':
      return answerRefused(world, device)
  }
}

/** The worker goes through the list of what was refused, and takes the way that is offered. */
async function answerRefused(world: World, device: SimulatedDevice): Promise<void> {
  const store = storeOf(world, device)
  for (const { item, way } of (await readProgress(store)).refused) {
    const { entry } = item.submission
    switch (way) {
      case 'other-code':
        await chooseCode(store, entry.subject.id, `C-${world.nextNumber++}`)
        break
      case 'send-again':
        await sendAgain(store, entry.id)
        break
      case 'seal-again': {
        const { subject, kind, open, amends } = entry
        const about = amends === undefined ? {} : { amends }
        world.excused.add(entry.id)
        await giveUp(store, entry.id)
        await write(world, device, { subject, kind, open, sealed: true, ...about })
        break
      }
      case 'write-again':
        world.excused.add(entry.id)
        await giveUp(store, entry.id)
        break
      case 'ask-supervisor':
        break
    }
  }
}

/** A device that somebody has tampered with sends what its app would not. */
async function tamper(
  world: World,
  device: SimulatedDevice,
  { how, entry: number }: Extract<Happening, { what: 'tamper' }>,
): Promise<void> {
  const { entries } = await world.office.inspect()
  const target = pick(entries, number)?.entry
  if (target === undefined || target.subject.type !== 'case') return
  const { subject } = target
  const forged = (() => {
    const { submission } = makeItem(world, device, {
      subject,
      kind: 'follow_up',
      open: writtenKinds.follow_up,
    })
    const { entry } = submission
    switch (how) {
      case 'other-bytes':
        world.tampered.add(target.id)
        return sign({ ...entry, id: target.id }, device.member)
      case 'bad-signature':
        return forge(entry, device.member)
      case 'long-ago':
        return sign({ ...entry, recordedAt: later(entry.recordedAt, -1000 * hour) }, device.member)
      case 'no-key':
        return sign(
          { ...entry, sealed: { casework: { keyVersion: 90, box: 'b'.repeat(64) as never } } },
          device.member,
        )
      case 'not-hers':
        return entry
    }
  })()
  const request = {
    protocol,
    device: device.id,
    submissions: [{ entry: forged }],
    keys: [],
    wraps: [],
    reads: [],
  } as const
  void beside(world, flakyOffice(world, device).push(request))
}

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(items.length, 1)]
}
