import type { Instant } from '@sathi/domain'
import type { Office } from '@sathi/sync'
import { isUnreachable } from '@sathi/sync/device'
import { protocol } from '@sathi/sync/measures'
import { openDatabase } from '../records/device-database.ts'
import { dropOpenNote, findOpenNote } from '../vault/open-notes.ts'

/** What a locked device can hear from the office: that it is to be wiped, or that its wipe was noted. */
export type WhileLocked = 'wiped' | 'told' | 'nothing'

export async function whileLocked(
  office: Office,
  appVersion: string,
  wipe: () => Promise<void>,
): Promise<WhileLocked> {
  const note = await findOpenNote()
  if (note === undefined) return 'nothing'
  const { device, state } = note
  if (state === 'in-use') {
    const clock = new Date(Date.now()).toISOString() as Instant
    const answer = await office.hello({
      protocol,
      device,
      appVersion,
      clock,
      unsynced: await countUnsynced(),
    })
    if (isUnreachable(answer) || answer.state !== 'wipe') return 'nothing'
    await wipe()
  }
  const noted = await office.wiped({ protocol, device })
  if (isUnreachable(noted)) return state === 'in-use' ? 'wiped' : 'nothing'
  await dropOpenNote()
  return state === 'in-use' ? 'wiped' : 'told'
}

/** Counting needs no key. */
async function countUnsynced(): Promise<number> {
  const database = openDatabase()
  try {
    return await database.items.where('state').equals('to-go').count()
  } finally {
    database.close()
  }
}
