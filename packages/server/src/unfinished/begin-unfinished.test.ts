import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { beginUnfinished, clearLeftovers, placeFile } from './index.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-unfinished-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Another program that has begun something and written half of it. */
async function anotherWriter(folder: string): Promise<{ kill(): Promise<void> }> {
  const program = `
    const { beginUnfinished } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
    const { writeFileSync } = await import('node:fs')
    const { path } = await beginUnfinished(process.argv[1])
    writeFileSync(path, 'half of i')
    process.stdout.write('ready')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return {
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

test('what was not moved to its place is gone at the end', async () => {
  const folder = aFolder()
  const unfinished = await beginUnfinished(folder)
  writeFileSync(unfinished.path, 'something')
  expect(readdirSync(folder)).toHaveLength(1)
  await unfinished.end()
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(process.platform === 'win32')('nobody else may look into what is being written', async () => {
  const folder = aFolder()
  const { path, end } = await beginUnfinished(folder)
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
  await end()
})

test('what a killed program left is cleared away, what a running one writes is not', async () => {
  const folder = aFolder()
  const [running, killed] = [await anotherWriter(folder), await anotherWriter(folder)]
  expect(readdirSync(folder)).toHaveLength(2)
  await clearLeftovers(folder)
  expect(readdirSync(folder)).toHaveLength(2)
  await killed.kill()
  const own = await beginUnfinished(folder)
  expect(readdirSync(folder)).toHaveLength(2)
  await own.end()
  const [left = ''] = readdirSync(folder)
  expect(readFileSync(join(folder, left, 'content'), 'utf8')).toBe('half of i')
  await running.kill()
  await clearLeftovers(folder)
  expect(readdirSync(folder)).toEqual([])
})

test("nothing but folders of our own making is cleared away, and no link's target", async () => {
  const folder = aFolder()
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'content'), 'hers')
  writeFileSync(join(folder, '.sathi-unfinished-00000000'), 'a file of that name')
  symlinkSync(elsewhere, join(folder, '.sathi-unfinished-11111111'))
  mkdirSync(join(folder, '.unfinished'))
  const before = readdirSync(folder)
  await clearLeftovers(folder)
  expect(readdirSync(folder)).toEqual(before)
  expect(readdirSync(elsewhere)).toEqual(['content'])
  await clearLeftovers(join(folder, 'not-there'))
})

test('a file takes a name that is free, and never one that is taken', async () => {
  const folder = aFolder()
  const [from, to, taken, dangling] = ['from', 'to', 'taken', 'dangling'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  writeFileSync(from, 'new')
  chmodSync(from, 0o600)
  writeFileSync(taken, 'old')
  symlinkSync(join(folder, 'nowhere'), dangling)
  await placeFile(from, to)
  expect(readFileSync(to, 'utf8')).toBe('new')
  writeFileSync(from, 'newer')
  for (const name of [taken, dangling, folder]) {
    await expect(placeFile(from, name)).rejects.toMatchObject({ code: 'EEXIST' })
  }
  expect(readFileSync(taken, 'utf8')).toBe('old')
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})
