import { millisecondsOf, protocol } from '../measures/index.ts'
import type { FeedHead, HelloAnswer, LockReason } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import type { DeviceState, DeviceWrite } from './device-store.ts'
import { isUnreachable, type Unreachable } from './office.ts'
import { sendAllAgain } from './send-all-again.ts'

export type HelloEnd =
  | { readonly state: 'ok'; readonly feed: FeedSeen }
  | { readonly state: 'locked'; readonly reason: LockReason }
  | { readonly state: 'wiped' }
  | Unreachable

/** `went-back`: the feed is shorter than it was, or says something else at the same place, in one and the same life. */
export type FeedSeen = 'as-expected' | 'went-back'

/** Greets the office before anything else, and does what it says: go on, lock, or erase everything. */
export async function sayHello(ports: DevicePorts, state: DeviceState): Promise<HelloEnd> {
  const { store, office, device, appVersion } = ports
  const { 'to-go': unsynced } = await store.countItems()
  const clock = ports.now()
  const answer = await office.hello({
    protocol,
    device,
    appVersion,
    clock,
    unsynced,
    ...(state.head === undefined ? {} : { head: state.head }),
    ...(state.leaseUntil === undefined
      ? {}
      : {
          leaseDaysLeft:
            (millisecondsOf(state.leaseUntil) - millisecondsOf(clock) - state.clockOffset) / 86_400_000,
        }),
  })
  if (isUnreachable(answer)) return answer
  switch (answer.state) {
    case 'wipe':
      await store.commit([{ write: 'wipe' }])
      return { state: 'wiped' }
    case 'locked':
      await store.commit([{ write: 'state', state: { standing: answer } }])
      return answer
    case 'ok': {
      const feed = state.head === undefined ? 'as-expected' : seenBefore(state.head, answer.head)
      const clockOffset = millisecondsOf(answer.serverTime) - millisecondsOf(clock)
      await store.commit([
        ...(await againAfterRestore(ports, state, answer)),
        noted(state, answer, clockOffset, feed),
      ])
      return { state: 'ok', feed }
    }
  }
}

type Welcome = Extract<HelloAnswer, { state: 'ok' }>

function seenBefore(last: FeedHead, now: FeedHead): FeedSeen {
  if (last.epoch !== now.epoch || now.position > last.position) return 'as-expected'
  return now.position === last.position && now.seal === last.seal ? 'as-expected' : 'went-back'
}

/** In another life of the feed: also an app that is too old to pull sends again what the restored office may lack. */
async function againAfterRestore(
  { store }: DevicePorts,
  { epoch }: DeviceState,
  answer: Welcome,
): Promise<readonly DeviceWrite[]> {
  return epoch === null || epoch === answer.head.epoch ? [] : sendAllAgain(store)
}

function noted(state: DeviceState, answer: Welcome, clockOffset: number, feed: FeedSeen): DeviceWrite {
  return {
    write: 'state',
    state: {
      standing: { state: 'working' },
      clockOffset,
      epoch: answer.head.epoch,
      leaseUntil: answer.leaseUntil,
      // A feed that went back is remembered as it was, so that it is noticed until a person has looked.
      head: feed === 'went-back' && state.head !== undefined ? state.head : answer.head,
    },
  }
}
