import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runChild } from './run-child.mjs'
import { withLock } from './with-lock.mjs'

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'sathi-lock-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('of copies started at once only one works at a time, and each gets its turn', async () => {
  const lock = join(place, 'turns.lock')
  let working = 0
  let most = 0
  const work = async () => {
    working += 1
    most = Math.max(most, working)
    await pause(20)
    working -= 1
  }
  await Promise.all(Array.from({ length: 4 }, () => withLock(lock, 'at work', work)))
  expect(most).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test('the lock is given back when the work fails', async () => {
  const lock = join(place, 'fails.lock')
  await expect(withLock(lock, 'at work', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that died is taken over', async () => {
  const lock = join(place, 'dead.lock')
  const hold = `import { withLock } from '${new URL('with-lock.mjs', import.meta.url)}'
    await withLock(process.argv[1], 'at work', async () => process.kill(process.pid, 'SIGKILL'))`
  await runChild(process.execPath, ['--input-type=module', '-e', hold, lock], {})
  expect(existsSync(lock)).toBe(true)
  expect(await withLock(lock, 'at work', async () => 'done')).toBe('done')
})

test('the lock of a living process number whose heart stopped is taken over', async () => {
  const lock = join(place, 'silent.lock')
  writeFileSync(lock, `${process.ppid} ${hostname()}`)
  const aMinuteAgo = new Date(Date.now() - 60_000)
  utimesSync(lock, aMinuteAgo, aMinuteAgo)
  expect(await withLock(lock, 'at work', async () => 'done')).toBe('done')
})
