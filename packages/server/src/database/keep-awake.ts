import { inBackground } from './in-background.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

const stillHere = statement('keep-awake', 'select 1 as still_here')

/** A quarter of the time after which PostgreSQL ends a transaction that nothing is heard of. */
const everyMs = 15_000

/**
 * Does work that may go without a statement for minutes, as reading a long list does on a slow computer, and lets
 * PostgreSQL know that somebody is there. When this program hangs, that ends too, and with it the locks.
 */
export async function keepAwake<T>(tx: Transaction, work: () => Promise<T>, ms = everyMs): Promise<T> {
  const timer = setInterval(() => inBackground(tx.query(stillHere, [])), ms)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
