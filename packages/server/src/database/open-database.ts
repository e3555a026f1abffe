import type pg from 'pg'
import { done, type Outcome } from '../refusal/index.ts'
import type { Database } from './database.ts'
import { refuseDatabase } from './database-refusal.ts'
import { migrate } from './migrate.ts'
import { openPool } from './open-pool.ts'
import { runDeployment, runTransaction } from './run-transaction.ts'

/** How to sign in: what a connection of `pg` takes. */
export type DatabaseLogins = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig & { user: string }
}

/**
 * Brings the tables up to date as their owner, then opens the store under the login for ordinary work, which may
 * neither change tables nor see more than one organisation at a time.
 */
export async function openDatabase(logins: DatabaseLogins): Promise<Outcome<Database>> {
  const migrated = await migrate(logins.owner, logins.app.user)
  if (!migrated.ok) return migrated
  const pool = openPool(logins.app)
  if (!(await isGuarded(pool))) {
    await pool.end()
    return refuseDatabase('unguarded-login')
  }
  return done<Database>({
    withTransaction: (actor, work) => runTransaction(pool, 'write', actor, work),
    withSnapshot: (actor, read) => runTransaction(pool, 'snapshot', actor, read),
    withWholeSnapshot: (read) => runDeployment(pool, 'snapshot', read),
    withWholeTransaction: (work) => runDeployment(pool, 'write', work),
    schemaVersion: migrated.value,
    close: () => pool.end(),
  })
}

async function isGuarded(pool: pg.Pool): Promise<boolean> {
  const found = await pool.query<{ guarded: boolean }>(
    'select not (rolsuper or rolbypassrls) as guarded from pg_roles where rolname = current_user',
  )
  return found.rows[0]?.guarded === true
}
