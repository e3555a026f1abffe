import { type Database, openDatabase } from '../database/index.ts'
import { refoldWhenChanged } from '../journal/index.ts'
import { type PostgresServer, startPostgres } from '../postgres/index.ts'
import { done, type Outcome } from '../refusal/index.ts'
import { explainTrouble } from './explain-trouble.ts'

/** Everything of one data folder, open: its PostgreSQL and the store in it. */
export type Deployment = {
  readonly dataDir: string
  readonly database: Database
  readonly postgres: PostgresServer
  /** Ends this program's use; the last program stops the embedded PostgreSQL. May be called again. */
  close(): Promise<void>
}

/** Opens a data folder, or the outside server that `DATABASE_URL` names, and brings its tables up to date. */
export async function openDeployment(options: {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly onProgress?: (line: string) => void
}): Promise<Outcome<Deployment>> {
  const postgres = await startPostgres(options)
  if (!postgres.ok) return postgres
  const opened = await openDatabase(postgres.value)
  if (!opened.ok) {
    await postgres.value.stop()
    return opened
  }
  const database = explainTrouble(opened.value, postgres.value.trouble)
  await refoldWhenChanged(database, options.onProgress)
  let closing: Promise<void> | undefined
  return done({
    dataDir: options.dataDir,
    database,
    postgres: postgres.value,
    close() {
      const closed = closing ?? database.close().then(() => postgres.value.stop())
      closing = closed
      return closed
    },
  })
}
