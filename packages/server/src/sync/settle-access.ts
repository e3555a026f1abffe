import type { Instant } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { lockStaff, settleElapsedAccess } from '../staff/index.ts'
import { askForWraps } from './ask-for-wraps.ts'

/** Something about access is due because time passed or somebody was given a right, and nobody has seen to it yet. */
export class AccessIsDue extends Error {
  readonly now: Instant

  constructor(now: Instant) {
    super('access is due')
    this.now = now
  }
}

const selectDue = statement(
  'is_access_due',
  `select exists (select from app.assignment where org_id = (select app.org_id()) and state = 'coming' and from_at <= $1)
       or exists (select from app.assignment where org_id = (select app.org_id()) and state <> 'ended' and until_at <= $1)
       or exists (select from app.break_glass where org_id = (select app.org_id()) and state = 'running' and until_at <= $1)
       or exists (select from app.access_event where org_id = (select app.org_id())
                  and event ->> 'event' in ('granted', 'roles', 'standing')
                  and n > (select asked_n from app.org_feed where org_id = (select app.org_id()))) as due`,
)

/** Stops the transaction when something about access is due: it is seen to first, and the work done again. */
export async function stopWhenDue(tx: Transaction, now: Instant): Promise<void> {
  const [row] = await tx.query<{ due: boolean }>(selectDue, [new Date(now)])
  if (row?.due === true) throw new AccessIsDue(now)
}

/** Tells devices what began and ended by itself, and which wraps members lack since they were given a right. */
export async function settleAccess(tx: Transaction, now: Instant): Promise<void> {
  await lockStaff(tx)
  await settleElapsedAccess(tx, new Date(now))
  await askForWraps(tx, now)
}
