import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Deployment } from '../deployment/index.ts'
import { followUps, twoCases } from '../line-list/testing/a-line-list.ts'
import { aFolder, aStore } from '../line-list/testing/a-store.ts'
import { beginUnfinished } from '../unfinished/index.ts'
import type { Output } from './output.ts'
import { runExport } from './run-export.ts'

const silent: Output = {
  line: () => undefined,
  progress: () => undefined,
  endProgress: () => undefined,
  reason: () => undefined,
  finish: async () => undefined,
}

async function anExporter(output: Output = silent) {
  const { database, importFiles } = await aStore()
  await importFiles({ case_opened: twoCases, follow_up: followUps('F-1,S-1,2021-02,phone,survivor,,,,,') })
  const deployment = { database } as Deployment
  return (path: string) =>
    runExport(deployment, { path, format: path.endsWith('.xlsx') ? 'xlsx' : 'csv' }, output)
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

test.skipIf(process.platform === 'win32')('an export may be read by its owner only', async () => {
  const exportTo = await anExporter()
  const folder = aFolder()
  const list = join(folder, 'new', 'list')
  const given = join(folder, 'given')
  mkdirSync(given, { mode: 0o755 })
  const workbook = join(folder, 'list.xlsx')
  for (const path of [list, given, workbook]) expect(await exportTo(path)).toMatchObject({ ok: true })
  expect([join(folder, 'new'), list].map(modeOf)).toEqual(['700', '700'])
  const files = [list, given].flatMap((path) => readdirSync(path).map((name) => join(path, name)))
  expect(files).toHaveLength(4)
  expect([...files, workbook].map(modeOf)).toEqual(Array(5).fill('600'))
  // Whose folder it was before decides who may look into it.
  expect(modeOf(given)).toBe('755')
})

test('an export clears away what a killed one left, wherever that stands, and not what a running one writes', async () => {
  const exportTo = await anExporter()
  const folder = aFolder()
  const given = join(folder, 'given')
  mkdirSync(given)
  for (const place of [folder, given]) {
    mkdirSync(join(place, '.sathi-unfinished-01234567', 'content'), { recursive: true })
    writeFileSync(join(place, '.sathi-unfinished-01234567', 'content', 'follow_up.csv'), 'half')
  }
  const running = await beginUnfinished(folder)
  writeFileSync(running.path, 'half')
  expect(await exportTo(given)).toMatchObject({ ok: true })
  expect(await exportTo(join(folder, 'list'))).toMatchObject({ ok: true })
  expect(readdirSync(given).sort()).toEqual(['case_opened.csv', 'follow_up.csv'])
  expect(readFileSync(running.path, 'utf8')).toBe('half')
  await running.end()
  expect(readdirSync(folder).sort()).toEqual(['given', 'list'])
})

test('an export takes the place of nothing, not even of what comes there while it is written', async () => {
  const folder = aFolder()
  const paths = ['list', 'list.xlsx'].map((name) => join(folder, name))
  const refused = { ok: false }
  const exportTo = await anExporter()
  for (const path of paths) {
    symlinkSync(join(folder, 'nowhere'), path)
    expect(await exportTo(path), path).toMatchObject(refused)
  }
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  const letter = join(folder, 'letter.xlsx')
  const disturbed = await anExporter({ ...silent, progress: () => writeFileSync(letter, 'Dear all,') })
  expect(await disturbed(letter)).toMatchObject(refused)
  expect(readFileSync(letter, 'utf8')).toBe('Dear all,')
  expect(readdirSync(folder).sort()).toEqual(['letter.xlsx', 'list', 'list.xlsx'])
})

test('an export goes into an empty folder that a link leads to', async () => {
  const exportTo = await anExporter()
  const folder = aFolder()
  mkdirSync(join(folder, 'disk'))
  symlinkSync(join(folder, 'disk'), join(folder, 'link'))
  expect(await exportTo(join(folder, 'link'))).toMatchObject({ ok: true })
  expect(readdirSync(join(folder, 'disk')).sort()).toEqual(['case_opened.csv', 'follow_up.csv'])
})
