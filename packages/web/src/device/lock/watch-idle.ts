import type { Tabs } from './tabs.ts'

export type LockTimes = {
  /** Seconds without a touch or a key, in any tab. */
  readonly idleSeconds: number
  /** Seconds for which the app may be hidden: a call is taken, a photograph looked up. */
  readonly hiddenSeconds: number
}

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
const tellTabsEvery = 5_000
const lookEvery = 1_000

/**
 * Locks when nobody is there any more. Times are read from a clock, not counted by timers: a phone that sleeps stops its
 * timers, and locks before it shows anything when it wakes.
 */
export function watchIdle(
  { idleSeconds, hiddenSeconds }: LockTimes,
  tabs: Tabs,
  lock: () => void,
): () => void {
  let lastActive = Date.now()
  let hiddenSince = document.hidden ? Date.now() : undefined
  let lastTold = 0

  const look = () => {
    const now = Date.now()
    const isIdle = now - lastActive >= idleSeconds * 1000
    const isHiddenLong = hiddenSince !== undefined && now - hiddenSince >= hiddenSeconds * 1000
    // A clock set back would keep the device open: it locks instead.
    if (isIdle || isHiddenLong || now < lastActive || now < (hiddenSince ?? now)) lock()
  }
  const active = () => {
    look()
    lastActive = Date.now()
    if (lastActive - lastTold < tellTabsEvery) return
    lastTold = lastActive
    tabs.say('active')
  }
  const turned = () => {
    if (document.hidden) hiddenSince = Date.now()
    look()
    if (!document.hidden) hiddenSince = undefined
  }
  const stopHearing = tabs.hear('active', () => {
    lastActive = Date.now()
  })
  const timer = setInterval(look, lookEvery)
  for (const sign of signs) addEventListener(sign, active, { capture: true, passive: true })
  document.addEventListener('visibilitychange', turned)
  addEventListener('pagehide', lock)
  document.addEventListener('freeze', lock)
  return () => {
    stopHearing()
    clearInterval(timer)
    for (const sign of signs) removeEventListener(sign, active, { capture: true })
    document.removeEventListener('visibilitychange', turned)
    removeEventListener('pagehide', lock)
    document.removeEventListener('freeze', lock)
  }
}
