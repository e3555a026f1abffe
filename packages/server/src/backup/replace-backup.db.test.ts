import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import { appendEntries } from '../journal/index.ts'
import { anOrganisation, ofCase } from '../journal/testing/an-organisation.ts'
import { tamper } from '../journal/testing/tamper.ts'
import { backup, restore } from './index.ts'

async function aStoreWithAFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-replace-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = await anOrganisation()
  const append = (...numbers: number[]) =>
    store.database.withTransaction(store.organisation, (tx) =>
      appendEntries(
        tx,
        numbers.map((number) => ofCase(1, number)),
      ),
    )
  await append(1, 2)
  return { ...store, append, folder, path: join(folder, 'all.sathi') }
}

const alreadyThere = { ok: false, refusal: { kind: 'already-there' } }
const notPlain = {
  ok: false,
  refusal: { kind: 'file-unwritable', message: expect.stringContaining('plain file') },
}

test('STO-13 a backup takes the place of an earlier one of the same records, night after night', async () => {
  const { database, append, path, folder } = await aStoreWithAFolder()
  expect(await backup(database, path)).toMatchObject({ ok: true })
  await append(3)
  expect(await backup(database, path)).toMatchObject({ ok: true, value: { entries: 3 } })
  expect(await backup(database, path)).toMatchObject({ ok: true, value: { entries: 3 } })
  expect(readdirSync(folder)).toEqual(['all.sathi'])
})

test.each<[string, Buffer | string]>([
  ['a letter', 'Dear all,'],
  ['an empty file', ''],
  ['a packed letter', gzipSync('Dear all,\n')],
  ['a backup without records', gzipSync('{"backup":"sathi","format":2,"schema":1,"takenAt":"x"}\n')],
])('STO-13 a backup never takes the place of %s', async (_, content) => {
  const { database, path, folder } = await aStoreWithAFolder()
  writeFileSync(path, content)
  expect(await backup(database, path)).toMatchObject(alreadyThere)
  expect(readFileSync(path).equals(Buffer.from(content))).toBe(true)
  expect(readdirSync(folder)).toEqual(['all.sathi'])
})

test("STO-13 a backup never takes the place of other records' backup", async () => {
  const { database, path } = await aStoreWithAFolder()
  const other = await aStoreWithAFolder()
  await backup(other.database, path)
  const before = readFileSync(path)
  expect(await backup(database, path)).toMatchObject(alreadyThere)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('STO-13 a backup never takes the place of one that holds more', async () => {
  const { database, append, path, folder } = await aStoreWithAFolder()
  const older = join(folder, 'older')
  await backup(database, older)
  await append(3)
  await backup(database, path)
  const { database: restored } = await openTestDatabase()
  await restore(restored, older)
  expect(await backup(restored, path)).toMatchObject({
    ...alreadyThere,
    refusal: { message: expect.stringContaining('holds more') },
  })
  expect(await restore((await openTestDatabase()).database, path)).toMatchObject({
    ok: true,
    value: { entries: 3 },
  })
})

test('STO-13 a backup follows no link and replaces none, wherever it leads', async () => {
  const { database, path, folder } = await aStoreWithAFolder()
  const letter = join(folder, 'letter')
  const earlier = join(folder, 'earlier')
  writeFileSync(letter, 'Dear all,')
  await backup(database, earlier)
  const before = readFileSync(earlier)
  for (const target of [letter, earlier, join(folder, 'nowhere'), folder]) {
    rmSync(path, { force: true })
    symlinkSync(target, path)
    expect(await backup(database, path), target).toMatchObject(notPlain)
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
  }
  expect(readFileSync(letter, 'utf8')).toBe('Dear all,')
  expect(readFileSync(earlier).equals(before)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['all.sathi', 'earlier', 'letter'])
})

test('STO-13 what comes to stand at the path while a backup is written is not replaced', async () => {
  const { database, path, folder } = await aStoreWithAFolder()
  const putLetter = (): void => writeFileSync(path, 'Dear all,')
  expect(await backup(database, path, putLetter)).toMatchObject(alreadyThere)
  expect(readFileSync(path, 'utf8')).toBe('Dear all,')
  rmSync(path)
  await backup(database, path)
  expect(await backup(database, path, putLetter)).toMatchObject(alreadyThere)
  expect(readFileSync(path, 'utf8')).toBe('Dear all,')
  rmSync(path)
  expect(await backup(database, path, () => mkdirSync(path, { recursive: true }))).toMatchObject(alreadyThere)
  expect(readdirSync(folder)).toEqual(['all.sathi'])
})

test('STO-13 records that are not whole are not backed up, and the earlier backup stays', async () => {
  for (const table of ['organisation', 'org_feed']) {
    const { database, path, ...store } = await aStoreWithAFolder()
    await backup(database, path)
    const before = readFileSync(path)
    await tamper(store, `delete from app.${table}`)
    expect(await backup(database, path)).toMatchObject({ ok: false, refusal: { kind: 'not-whole' } })
    expect(readFileSync(path).equals(before)).toBe(true)
  }
})

test('STO-14 records whose codes were changed past Sathi are not restored as if they were whole', async () => {
  const { database, path, ...store } = await aStoreWithAFolder()
  await tamper(store, `update app.subject set code = 'C-9'`)
  await backup(database, path)
  copyFileSync(path, `${path}.kept`)
  expect(await restore((await openTestDatabase()).database, path)).toMatchObject({
    ok: false,
    refusal: { kind: 'damaged' },
  })
})
