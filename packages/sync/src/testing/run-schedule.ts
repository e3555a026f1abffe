import { type Schedule, sharedBeginning } from './any-schedule.ts'
import { type Build, soundBuild } from './build.ts'
import { checkAtRest } from './check-at-rest.ts'
import { happen, startRound } from './happen.ts'
import { memoryOffice } from './memory-office.ts'
import type { OfficeUnderTest } from './office-under-test.ts'
import { createLots, createTides, type Tides } from './tides.ts'
import { createWorld, type Violation, violate, type World } from './world.ts'

const beginning = Date.parse('2026-03-01T08:00:00.000Z')
const mostPasses = 12

/**
 * Runs a schedule against an office, lets everything come to rest, and gives what was broken: nothing, when all is well.
 * `createOffice` makes the office anew for each schedule; without it the one in memory.
 */
export async function runSchedule(
  schedule: Schedule,
  build: Build = soundBuild,
  createOffice: (tides: Tides) => OfficeUnderTest | Promise<OfficeUnderTest> = (tides) =>
    memoryOffice(tides, build.office),
): Promise<readonly Violation[]> {
  const lots = createLots(schedule.seed)
  const tides = createTides(lots, beginning)
  const world = await createWorld(build, await createOffice(tides), lots, tides)
  for (const happening of [...(schedule.shared ? sharedBeginning : []), ...schedule.happenings]) {
    if (happening.what === 'calm') await comeToRest(world)
    else await happen(world, happening)
    for (let step = lots.below(8); step > 0; step -= 1) await tides.turn()
    if (world.violations.length > 0) return world.violations
  }
  await comeToRest(world)
  if (world.violations.length === 0) await checkAtRest(world)
  for (const device of world.devices) device.life.alive = false
  world.network.alive = false
  if (world.faults.length > 0) throw world.faults[0]
  return world.violations
}

/** The network heals, and every device goes round until nothing changes any more. */
async function comeToRest(world: World): Promise<void> {
  const { lost, repeated } = world.weather
  Object.assign(world.weather, { lost: 0, repeated: 0 })
  await drain(world)
  let before = ''
  for (let pass = 0; pass < mostPasses; pass += 1) {
    for (const device of world.devices) startRound(world, device)
    await drain(world)
    const after = await printOf(world)
    if (after === before || world.faults.length > 0) {
      Object.assign(world.weather, { lost, repeated })
      return
    }
    before = after
  }
  violate(world, 'SYN-5', 'the devices never come to rest')
}

async function drain(world: World): Promise<void> {
  while (await world.tides.turn()) {
    if (world.faults.length > 0) return
  }
}

/** Changes when anything does. */
async function printOf({ devices, office }: World): Promise<string> {
  const { entries, quarantined, keys } = await office.inspect()
  const wraps = keys.reduce((sum, key) => sum + key.wraps.length, 0)
  const onDevices = devices.map(({ memory }) => [
    memory.state.cursor,
    memory.held.size,
    memory.wraps.size,
    [...memory.items.values()].map(({ standing }) => standing.state).join(),
  ])
  return JSON.stringify([entries.length, quarantined.length, wraps, onDevices])
}
