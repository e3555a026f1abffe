import type { Instant } from '@sathi/domain'
import type { OfficeStore } from '@sathi/sync'
import type { Database, OrgId } from '../database/index.ts'
import { openOfficeTransaction } from './office-transaction.ts'
import { AccessIsDue, settleAccess } from './settle-access.ts'

/**
 * Where the office keeps what devices bring and fetch: one organisation in PostgreSQL. `now` is the clock by which what a
 * member sees is judged where a message names no moment.
 */
export function openOfficeStore(
  database: Database,
  orgId: OrgId,
  now: () => Instant = () => new Date().toISOString() as Instant,
): OfficeStore {
  return {
    async transact(actor, work) {
      for (;;) {
        try {
          return await database.withTransaction({ orgId }, async (tx) => {
            const office = openOfficeTransaction(tx, actor, now)
            const result = await work(office)
            await office.finish()
            return result
          })
        } catch (fault) {
          if (!(fault instanceof AccessIsDue)) throw fault
          // By itself, before anything is held: it takes the end of the feed, which a push takes last.
          await database.withTransaction({ orgId }, (tx) => settleAccess(tx, fault.now))
        }
      }
    },
  }
}
