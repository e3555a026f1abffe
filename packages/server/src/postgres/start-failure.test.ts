import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { explainStartFailure } from './start-failure.ts'
import { refusalOf, temporaryFolder, wanted } from './testing/temporary-data.ts'

const at = '2026-11-23 21:31:00.000 UTC [77] '

// What PostgreSQL 18 wrote when each of these was done to it.
test.for([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.77": No space left on device', 'disk-full'],
  ['initdb: error: could not create directory "/data/pg_wal": Disk quota exceeded', 'disk-full'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'folder-in-use'],
  ['FATAL:  pre-existing shared memory block (key 2155419, ID 5) is still in use', 'folder-in-use'],
  ['FATAL:  could not open file "global/pg_filenode.map": Permission denied', 'folder-not-ours'],
  ['FATAL:  data directory "/data/postgres" has wrong ownership', 'folder-not-ours'],
  ['PANIC:  could not locate a valid checkpoint record at 0/1B82D48', 'folder-damaged'],
  ['FATAL:  could not open file "global/pg_filenode.map": No such file or directory', 'folder-damaged'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'does-not-start'],
  ['FATAL:  configuration file "/data/postgres/postgresql.conf" contains errors', 'does-not-start'],
  ['', 'does-not-start'],
] as const)('PG-8 "%s" is a case of %s', ([line, kind]) => {
  const refusal = refusalOf(
    explainStartFailure(folderOfTest(), `${at}LOG:  starting PostgreSQL 18.4\n${at}${line}\n`),
  )
  expect(refusal.kind).toBe(kind)
  expect(refusal.message).not.toMatch(/FATAL|PANIC|undefined/)
})

function folderOfTest(): DataFolder {
  const dataDir = join(temporaryFolder(), 'data')
  mkdirSync(dataDir)
  return wanted(openDataFolder(dataDir))
}
