import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder, startServer } from './testing/run-program.ts'

async function aServer() {
  const { folder, remove } = makeFolder()
  onTestFinished(remove)
  const dataDir = join(folder, 'data')
  const server = await startServer(dataDir)
  onTestFinished(async () => void (await server.stop()))
  const postmaster = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  return { dataDir, server, postmaster }
}

test('a server whose folder for passing things is deleted, and whose PostgreSQL is killed, goes on by itself', async () => {
  const { dataDir, server, postmaster } = await aServer()
  rmSync(join(dataDir, 'run'), { recursive: true })
  process.kill(postmaster, 'SIGKILL')
  const ready = async () => (await fetch(`${server.address}/ready`)).status
  await expect.poll(() => server.said(), { timeout: 20_000 }).toContain('starting it again')
  await expect.poll(ready, { timeout: 20_000 }).toBe(200)
  expect(await server.stop()).toMatchObject({ status: 0, stderr: '' })
})

test('a server whose data folder is taken away stops with one line that says so', async () => {
  const { dataDir, server, postmaster } = await aServer()
  renameSync(dataDir, `${dataDir}-away`)
  process.kill(postmaster, 'SIGKILL')
  const { status, stderr } = await server.ended
  expect(status).toBe(1)
  expect(stderr).toMatch(/^The data folder [^\n]* is gone: [^\n]*\n$/)
})
