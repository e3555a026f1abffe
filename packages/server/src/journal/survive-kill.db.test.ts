import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import { type Database, openDatabase } from '../database/index.ts'
import type { PostgresServer } from '../postgres/index.ts'
import { startHere, usedDataFolder } from '../postgres/testing/temporary-data.ts'
import { checkJournal } from './check-journal.ts'
import { createOrganisation, type Organisation } from './create-organisation.ts'
import { readEntries } from './read-journal.ts'

const kills = 30
const timeout = 300_000

test('STO-12 a program killed while it appends or imports loses nothing that was acknowledged', {
  timeout,
}, async () => {
  const { dataDir, database } = await aServer()
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill++) {
    const organisation = await createOrganisation(database, { name: 'Shobuj Pata', synthetic: true })
    const writer = startWriter(dataDir)
    writer.writeFor(organisation)
    await writer.acknowledgedIn(organisation, 1)
    await pause(Math.random() * 150)
    await writer.kill()
    acknowledged += await expectAllStored(database, organisation, writer.numbersOf(organisation))
  }
  expect(acknowledged).toBeGreaterThan(kills * 3)
})

test('STO-12 PostgreSQL killed while somebody appends or imports comes back by itself, with everything acknowledged', {
  timeout,
}, async () => {
  const { dataDir, database, server } = await aServer()
  const writer = startWriter(dataDir)
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill++) {
    await server.ready()
    const organisation = await createOrganisation(database, { name: 'Shobuj Pata', synthetic: true })
    writer.writeFor(organisation)
    await writer.acknowledgedIn(organisation, 1)
    await pause(Math.random() * 150)
    process.kill(server.pids()[0] ?? 0, 'SIGKILL')
    const before = writer.numbersOf(organisation).length
    await writer.acknowledgedIn(organisation, before + 1)
    acknowledged += await expectAllStored(database, organisation, writer.numbersOf(organisation))
  }
  await writer.kill()
  expect(acknowledged).toBeGreaterThan(kills * 3)
})

async function aServer(): Promise<{ dataDir: string; database: Database; server: PostgresServer }> {
  const dataDir = await usedDataFolder()
  const server = await startHere(dataDir)
  const opened = await openDatabase(server)
  if (!opened.ok) throw new Error(opened.refusal.message)
  onTestFinished(() => opened.value.close())
  return { dataDir, server, database: opened.value }
}

/** Gives how many entries were acknowledged and are there. */
async function expectAllStored(
  database: Database,
  organisation: Organisation,
  numbers: readonly number[],
): Promise<number> {
  const stored = await database.withSnapshot(organisation, (tx) => readEntries(tx, numbers.map(anEntryId)))
  expect(new Set(stored.map(({ entry }) => entry.id))).toEqual(new Set(numbers.map(anEntryId)))
  const check = await checkJournal(database, organisation)
  expect(check.findings).toEqual([])
  expect(check.entries).toBeGreaterThanOrEqual(numbers.length)
  return numbers.length
}

function startWriter(dataDir: string) {
  const program = fileURLToPath(new URL('./testing/writer-program.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const numbers = new Map<string, number[]>()
  createInterface(child.stdout).on('line', (line) => {
    const [orgId = '', first = '', count = ''] = line.split(' ')
    const known = numbers.get(orgId) ?? []
    numbers.set(orgId, known)
    for (let number = 0; number < Number(count); number++) known.push(Number(first) + number)
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const numbersOf = ({ orgId }: Organisation): readonly number[] => [...(numbers.get(orgId) ?? [])]
  return {
    kill,
    numbersOf,
    writeFor: ({ orgId }: Organisation) => child.stdin.write(`${orgId}\n`),
    async acknowledgedIn(organisation: Organisation, atLeast: number): Promise<void> {
      while (numbersOf(organisation).length < atLeast) {
        if (child.exitCode !== null) throw new Error('the writer ended by itself')
        await pause(5)
      }
    },
  }
}
