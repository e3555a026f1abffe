import { inBackground } from './in-background.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

const readPatience = statement(
  'keep-awake-patience',
  "select setting::int as ms from pg_settings where name = 'idle_in_transaction_session_timeout'",
)
const stillHere = statement('keep-awake', 'select 1 as still_here')

/**
 * Does work that may go without a statement for minutes, as reading a long list does on a slow computer, and lets
 * PostgreSQL know that somebody is there before it ends the transaction. When this program hangs, that ends too, and
 * with it the locks.
 */
export async function keepAwake<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const [patience] = await tx.query<{ ms: number }>(readPatience, [])
  const tell = () => inBackground(tx.query(stillHere, []))
  // PostgreSQL writes 0 where it waits for ever.
  const timer = patience && patience.ms > 0 ? setInterval(tell, patience.ms / 4) : undefined
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
