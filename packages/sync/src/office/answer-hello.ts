import { isOlderVersion, millisecondsOf } from '../measures/index.ts'
import type { HelloAnswer, HelloRequest, WipedAnswer } from '../messages/index.ts'
import type { OfficePorts } from './office-ports.ts'
import type { Actor } from './office-store.ts'

/** Greets a device: whether it may go on, and what it needs to know before anything else. */
export async function answerHello(
  office: OfficePorts,
  actor: Actor,
  { appVersion, head, clock, unsynced }: HelloRequest,
): Promise<HelloAnswer> {
  const now = office.now()
  const clockOffset = millisecondsOf(now) - millisecondsOf(clock)
  return office.store.transact(actor, async (tx): Promise<HelloAnswer> => {
    // Here, so that what ended by itself is told in the pulls that follow.
    await tx.noteElapsedAccess(now)
    const standing = await tx.readStanding(now)
    await tx.noteGreeting({ appVersion, head, clockOffset, unsynced, at: now })
    if (standing.state !== 'ok') return standing
    const { epoch, position, seal } = await tx.getFeedEnd()
    return {
      state: 'ok',
      serverTime: now,
      leaseUntil: standing.leaseUntil,
      head: { epoch, position, seal },
      oldest: { push: '0', pull: office.oldestToPull },
    }
  })
}

/** Notes that a device has erased itself. */
export async function answerWiped(office: OfficePorts, actor: Actor): Promise<WipedAnswer> {
  await office.store.transact(actor, (tx) => tx.noteWiped(office.now()))
  return { state: 'noted' }
}

/** Whether the app is too old to read pages. Pushing is never asked this. */
export function isTooOldToPull(office: OfficePorts, appVersion: string): boolean {
  return isOlderVersion(appVersion, office.oldestToPull)
}
