import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
