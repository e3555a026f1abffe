import { protocol } from '../measures/index.ts'
import type { LockReason } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import { makeWraps } from './make-wraps.ts'
import type { Unreachable } from './office.ts'
import { pullChanges } from './pull-changes.ts'
import { pushItems } from './push-items.ts'
import { type FeedSeen, sayHello } from './say-hello.ts'

/** How a round ended. Whatever it was, what was saved here is safe. */
export type RoundEnd =
  | { readonly state: 'done'; readonly feed: FeedSeen }
  /** All went up; to fetch anything, the app must be renewed first. */
  | { readonly state: 'too-old'; readonly oldest: string; readonly feed: FeedSeen }
  | { readonly state: 'locked'; readonly reason: LockReason }
  | { readonly state: 'wiped' }
  | Unreachable

/** How often a round goes back to bring up what was written meanwhile; what still waits goes with the next round. */
const mostTurns = 20

/**
 * One round with the office: greet, bring up everything that waits, fetch everything that changed, and make the keys that
 * others lack. It may be cut off anywhere and be run again.
 */
export async function runRound(ports: DevicePorts): Promise<RoundEnd> {
  const state = await ports.store.readState()
  if (state.standing.state === 'wiped') return tellWiped(ports)
  const hello = await sayHello(ports, state)
  if (hello.state === 'wiped') return tellWiped(ports)
  if (hello.state !== 'ok') return hello
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const pushed = await pushItems(ports)
    if (pushed.state === 'unreachable') return pushed
    const pulled = await pullChanges(ports)
    if (pulled.state === 'push-first') continue
    if (pulled.state === 'unreachable') return pulled
    if ((await makeWraps(ports)) > 0) {
      const brought = await pushItems(ports)
      if (brought.state === 'unreachable') return brought
    }
    return { ...pulled, feed: hello.feed }
  }
  return { state: 'unreachable', why: 'misunderstood' }
}

async function tellWiped({ office, device }: DevicePorts): Promise<RoundEnd> {
  await office.wiped({ protocol, device })
  return { state: 'wiped' }
}
