import type { Office, RoundEnd } from '@sathi/sync'
import { runRound } from '@sathi/sync/device'
import { foldStale } from '../reading/sheets.ts'
import { keepTime, resetTime } from './lease.ts'
import { roundPorts } from './round-ports.ts'
import type { Session } from './session.ts'

/** `elsewhere`: another tab is at it, and what it brings shows here too. */
export type RoundAnswer = RoundEnd | { readonly state: 'elsewhere' }

/** One round with the office, in one tab at a time. */
export function runOneRound(session: Session, office: Office, appVersion: string): Promise<RoundAnswer> {
  return navigator.locks.request('sathi round', { ifAvailable: true }, async (lock): Promise<RoundAnswer> => {
    if (lock === null) return { state: 'elsewhere' }
    const end = await runRound(roundPorts(session, office, appVersion))
    if (end.state === 'wiped') return end
    if (end.state === 'done' || end.state === 'too-old') await resetTime(session)
    await session.copy.tidy(session.records)
    await foldStale(session)
    return end
  })
}

const everyMinute = 60_000

/**
 * Keeps this device in step with the office while it is open: at once, every minute, and when a network comes back. One tab
 * does it; when that one is closed or crashes, the next takes over. Answers how to stop.
 */
export function keepInStep(session: Session, round: () => Promise<unknown>): () => void {
  const stopping = new AbortController()
  const tick = () => {
    if (session.isEnded()) return
    // What cannot be done now is done at the next tick; its end is told to whoever asked for a round.
    round()
      .then(() => keepTime(session))
      .catch(() => undefined)
  }
  navigator.locks
    .request('sathi in step', { signal: stopping.signal }, async () => {
      tick()
      const timer = setInterval(tick, everyMinute)
      addEventListener('online', tick)
      await new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
      clearInterval(timer)
      removeEventListener('online', tick)
    })
    .catch(() => undefined)
  return () => stopping.abort()
}
