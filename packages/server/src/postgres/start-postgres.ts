import { startEmbeddedServer } from './embedded-server.ts'
import { useOutsideServer } from './outside-server.ts'
import type { PostgresServer } from './postgres-server.ts'
import type { Started } from './refusal.ts'

export type StartPostgresOptions = {
  /** Folder that everything of this installation is kept in; made when missing. */
  dataDir: string
  /** Owner's connection to a PostgreSQL server run by somebody else, in place of the embedded one. */
  databaseUrl?: string
  /** Told one line about each step that takes time. */
  onProgress?: (line: string) => void
}

/** Gets the database running and says how to sign in to it, or why it cannot be had and what to do about it. */
export async function startPostgres(options: StartPostgresOptions): Promise<Started<PostgresServer>> {
  if (options.databaseUrl) return useOutsideServer({ ...options, databaseUrl: options.databaseUrl })
  return startEmbeddedServer(options)
}
