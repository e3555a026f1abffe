import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findStrangeFile } from './find-strange-file.ts'
import { startPostgres } from './start-postgres.ts'
import { refusalOf, temporaryFolder } from './testing/temporary-data.ts'

test.for([
  ['holds a line break', 'two\nlines', 'path-unusable'],
  ['holds a zero byte', 'zero\0byte', 'path-unusable'],
  ['has a name longer than any disk takes', 'x'.repeat(300), 'path-unusable'],
  ['lies in a file', 'notes.txt/data', 'path-unusable'],
  ['is a file', 'notes.txt', 'path-unusable'],
] as const)('PG-8 a data folder that %s is refused, and nothing is made', async ([, name, kind]) => {
  const parent = temporaryFolder()
  writeFileSync(join(parent, 'notes.txt'), 'mine')
  const refusal = refusalOf(await startPostgres({ dataDir: `${parent}/${name}` }))
  expect(refusal).toMatchObject({ kind, remedy: expect.stringContaining('--data') })
  expect(readdirSync(parent)).toEqual(['notes.txt'])
})

test('PG-8 a data folder where the system lets nobody make one is refused', async () => {
  const place = process.platform === 'linux' ? '/proc/sathi/data' : '/dev/null/data'
  expect(refusalOf(await startPostgres({ dataDir: place }))).toMatchObject({
    message: expect.stringContaining('/'),
  })
  expect(refusalOf(await startPostgres({ dataDir: '' })).kind).toBe('path-unusable')
})

test("PG-8 a folder of somebody else's files is refused, though parts of it have the names of ours", async () => {
  const parent = temporaryFolder()
  for (const name of ['run', 'secrets', 'etc']) mkdirSync(join(parent, name), { mode: 0o755 })
  const before = ['run', 'secrets'].map((name) => statSync(join(parent, name)))
  expect(refusalOf(await startPostgres({ dataDir: parent })).kind).toBe('folder-not-ours')
  const outside = { dataDir: parent, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }
  expect(refusalOf(await startPostgres(outside))).toBeDefined()
  expect(readdirSync(parent).sort()).toEqual(['etc', 'run', 'secrets'])
  const after = ['run', 'secrets'].map((name) => statSync(join(parent, name)))
  expect(after.map(({ mode, uid }) => [mode, uid])).toEqual(before.map(({ mode, uid }) => [mode, uid]))
  expect(readdirSync(join(parent, 'run'))).toEqual([])
})

test('PG-8 what systems leave behind in an empty folder does not make it strange', () => {
  const parent = temporaryFolder()
  for (const name of ['lost+found', '.DS_Store']) mkdirSync(join(parent, name))
  expect(findStrangeFile(parent)).toBeUndefined()
  mkdirSync(join(parent, 'secrets'))
  writeFileSync(join(parent, 'notes.txt'), 'mine')
  expect(findStrangeFile(parent)).toBe('notes.txt')
  writeFileSync(join(parent, 'secrets', 'app-password'), 'x')
  expect(findStrangeFile(parent)).toBeUndefined()
})
