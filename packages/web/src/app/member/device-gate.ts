import type { AskedAnswer, Device, HeldBack, LockedBy, OpenDevice, UnlockAnswer } from '../../device/index.ts'

/** What an attempt came to when it did not open. `until` is an instant of this page's clock in milliseconds. */
export type LastAttempt =
  | { readonly state: 'wrong'; readonly attemptsLeft: number; readonly until: number }
  | { readonly state: 'wait'; readonly until: number }
  | { readonly state: 'failed' }

/** How a device stands to whoever holds it. */
export type GateState =
  | { readonly state: 'looking' }
  | { readonly state: 'new' }
  | { readonly state: 'erased' }
  | { readonly state: 'damaged' }
  | { readonly state: 'locked'; readonly by?: LockedBy; readonly last?: LastAttempt }
  | { readonly state: 'unlocking' }
  | { readonly state: 'held-back'; readonly why: HeldBack; readonly asked: 'no' | 'asking' | 'unreachable' }
  | { readonly state: 'open'; readonly device: OpenDevice }

export type DeviceGate = ReturnType<typeof createDeviceGate>

/** Lets nobody past before the device is open, and drops what is open in the moment in which it locks. */
export function createDeviceGate(device: Device) {
  let state: GateState = { state: 'looking' }
  let ask: (() => Promise<AskedAnswer>) | undefined
  const listeners = new Set<() => void>()
  const go = (next: GateState) => {
    state = next
    if (next.state !== 'held-back') ask = undefined
    if (next.state === 'locked') device.makeReady()
    for (const listener of listeners) listener()
  }
  device.onLocked((by) => {
    if (by === 'erased' || by === 'wiped') return go({ state: 'erased' })
    if (state.state !== 'unlocking') go({ state: 'locked', by })
  })
  return {
    device,
    get: (): GateState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Finds out what lies here. A locked device also hears whether the office wants it wiped. */
    async look(): Promise<void> {
      if (state.state !== 'looking') return
      try {
        const standing = await device.standing()
        if (standing === 'new') return go({ state: 'new' })
        if (standing === 'wiped') go({ state: 'erased' })
        else go({ state: 'locked' })
      } catch {
        return go({ state: 'locked', last: { state: 'failed' } })
      }
      if ((await device.greetWhileLocked().catch(() => 'nothing')) === 'wiped') go({ state: 'erased' })
    },

    async unlock(secret: string): Promise<void> {
      go({ state: 'unlocking' })
      try {
        go(await afterUnlocking(await device.unlock(secret)))
      } catch {
        go({ state: 'locked', last: { state: 'failed' } })
      }
    },

    /** Asks the office whether what is held back may be shown. */
    async askOffice(): Promise<void> {
      if (state.state !== 'held-back' || ask === undefined) return
      const { why } = state
      const asked = ask
      state = { ...state, asked: 'asking' }
      for (const listener of listeners) listener()
      const answer = await asked().catch(() => undefined)
      if (answer?.state === 'open') return go({ state: 'open', device: answer.device })
      if (answer?.state === 'wiped') return go({ state: 'erased' })
      const isAnswered = answer !== undefined && answer.round.state !== 'unreachable'
      state = { state: 'held-back', why: answer?.why ?? why, asked: isAnswered ? 'no' : 'unreachable' }
      for (const listener of listeners) listener()
    },

    lock: (): void => device.lock(),
  }

  async function afterUnlocking(answer: UnlockAnswer): Promise<GateState> {
    switch (answer.state) {
      case 'open':
        return { state: 'open', device: answer.device }
      case 'held-back':
        ask = answer.ask
        return { state: 'held-back', why: answer.why, asked: 'no' }
      case 'wrong': {
        const until = Date.now() + answer.waitSeconds * 1000
        return { state: 'locked', last: { state: 'wrong', attemptsLeft: answer.attemptsLeft, until } }
      }
      case 'wait':
        return {
          state: 'locked',
          last: { state: 'wait', until: Date.now() + answer.waitSeconds * 1000 },
        }
      case 'erased':
        return { state: 'erased' }
      case 'damaged':
        return { state: 'damaged' }
      case 'none':
        return { state: 'new' }
    }
  }
}
