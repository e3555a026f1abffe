import type { Instant } from '@sathi/domain'
import type { LockReason } from '@sathi/sync'
import { instantOf, millisecondsOf } from '@sathi/sync/measures'
import { findRecord, keepRecord } from '../records/device-records.ts'
import type { Session } from './session.ts'

/** Why a vault that was opened shows nothing until the office has been asked. */
export type HeldBack =
  /** So long without the office that the organisation wants to hear from this device first. */
  | { readonly why: 'lease-over'; readonly since: Instant }
  /** The office has said so. */
  | { readonly why: 'locked-by-office'; readonly reason: LockReason }

type Time = { readonly furthest: Instant }

/**
 * The office's time as far as this device knows it: its own clock, corrected by the last measurement, and never earlier
 * than it was before. Setting the clock back stops the lease, and that is all it does.
 */
export async function officeTime({ records, store, now }: Session): Promise<Instant> {
  const [{ clockOffset }, time] = await Promise.all([
    store.readState(),
    findRecord<Time>(records, 'clock', 'clock'),
  ])
  const corrected = instantOf(millisecondsOf(now()) + clockOffset)
  return time !== undefined && time.furthest > corrected ? time.furthest : corrected
}

/** Remembers how far time has come. Called at unlocking and now and then while the device is open. */
export async function keepTime(session: Session): Promise<void> {
  await keepRecord(session.records, 'clock', 'clock', { furthest: await officeTime(session) } satisfies Time)
}

/**
 * After a greeting the office's clock counts, not what this device remembers: a clock that once was years ahead would
 * otherwise hold the vault back for years.
 */
export async function resetTime({ records, store, now }: Session): Promise<void> {
  const { clockOffset } = await store.readState()
  const furthest = instantOf(millisecondsOf(now()) + clockOffset)
  await keepRecord(records, 'clock', 'clock', { furthest } satisfies Time)
}

export async function findHeldBack(session: Session): Promise<HeldBack | undefined> {
  const { standing, leaseUntil } = await session.store.readState()
  if (standing.state === 'locked') return { why: 'locked-by-office', reason: standing.reason }
  if (leaseUntil !== undefined && (await officeTime(session)) >= leaseUntil) {
    return { why: 'lease-over', since: leaseUntil }
  }
  return undefined
}
