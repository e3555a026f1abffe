import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { runAs } from './open-test-database.ts'

/**
 * Makes PostgreSQL find its disk full as soon as an entry is stored, in a database that holds none yet: the file of the
 * entries, empty so far, becomes Linux's device that is always full. Gives the way back.
 */
export async function fillDisk(owner: pg.ClientConfig, dataDir: string): Promise<() => void> {
  const [row] = await runAs(owner, "select pg_relation_filepath('app.entry') as path")
  const file = join(dataDir, 'postgres', (row as { path: string }).path)
  if (statSync(file).size !== 0) throw new Error('entries are stored already')
  renameSync(file, `${file}.aside`)
  symlinkSync('/dev/full', file)
  return () => {
    rmSync(file)
    renameSync(`${file}.aside`, file)
  }
}
