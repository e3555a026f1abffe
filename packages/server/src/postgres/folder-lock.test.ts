import { execFileSync, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder, tryLockFolder } from './folder-lock.ts'
import { countFolderUsers, enterFolder } from './folder-users.ts'
import { temporaryFolder } from './testing/temporary-data.ts'

test('PG-7 one at a time holds the lock of a folder, in one process as in two', async () => {
  const file = join(temporaryFolder(), 'lock')
  const lock = tryLockFolder(file)
  expect(lock).toBeDefined()
  expect(tryLockFolder(file)).toBeUndefined()
  const gaveUp = await lockFolder(file, { signal: AbortSignal.timeout(50) })
  expect(gaveUp).toBeUndefined()
  const waiting = lockFolder(file, { signal: new AbortController().signal })
  lock?.release()
  ;(await waiting)?.release()
})

test('PG-7 the lock of a killed process is free', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'lock')
  const program = join(folder, 'holder.mjs')
  const code = `import { tryLockFolder } from '${new URL('./folder-lock.ts', import.meta.url)}'
    globalThis.lock = tryLockFolder('${file}')
    process.send('held')
    setInterval(() => {}, 1000)`
  writeFileSync(program, code)
  const holder = fork(program)
  await new Promise((resolve) => holder.once('message', resolve))
  expect(tryLockFolder(file)).toBeUndefined()
  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('exit', resolve))
  const lock = tryLockFolder(file)
  expect(lock).toBeDefined()
  lock?.release()
})

test('PG-7 the lock takes no room, so that the last one out of a full disk stops the server', () => {
  if (process.platform === 'win32') return
  const folder = temporaryFolder()
  const code = `import { tryLockFolder } from '${new URL('./folder-lock.ts', import.meta.url)}'
    const lock = tryLockFolder('${join(folder, 'lock')}')
    process.stdout.write(String(tryLockFolder('${join(folder, 'lock')}') === undefined))
    lock.release()`
  writeFileSync(join(folder, 'locker.mjs'), code)
  // No file may grow by a single byte.
  const command = `ulimit -f 0; exec '${process.execPath}' locker.mjs`
  expect(execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })).toBe('true')
})

test('PG-7 notes of dead processes, and of dead ones whose number lives on in another, do not count', () => {
  const folder = temporaryFolder()
  const user = enterFolder(folder)
  writeFileSync(join(folder, '4194304-1'), '12')
  writeFileSync(join(folder, `${process.pid}-99`), 'began at another time')
  writeFileSync(join(folder, 'something else'), '')
  expect(countFolderUsers(folder)).toBe(1)
  user.leave()
  user.leave()
  expect(countFolderUsers(folder)).toBe(0)
})
