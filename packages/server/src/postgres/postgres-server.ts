import type { PostgresRefusal } from './refusal.ts'
import type { Login } from './sign-in.ts'

/** The database that everything is kept in, ready for use. */
export type PostgresServer = {
  kind: 'embedded' | 'outside'
  /** Login of the role that owns the database: for migrations, backup and check. */
  owner: Login
  /** Login that is neither owner nor superuser and that row-level security holds for: for all ordinary work. */
  app: Login
  /** True where another program, or an earlier one that was killed, had started the server. */
  adopted: boolean
  /** Version of PostgreSQL, as in `18.4`. */
  version: string
  /** Processes of the server, the one that started all others first; none for an outside server. */
  pids(): number[]
  /**
   * Resolves when the server takes connections: at once as a rule, and after an automatic restart when it was
   * killed. Rejects once it has been stopped.
   */
  ready(): Promise<void>
  /** Why the server, which has ended, could not be started again so far; undefined while it runs. */
  trouble(): PostgresRefusal | undefined
  /** Resolves when the server has ended and cannot be started again, with the reason; as a rule never. */
  lost(): Promise<PostgresRefusal>
  /**
   * Ends this program's use of the server. The last program that uses an embedded server stops it; an outside
   * server is left alone. May be called again.
   */
  stop(): Promise<void>
}
