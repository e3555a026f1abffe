import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { checkAudit } from '../audit/index.ts'
import { type Database, openDatabase, statement } from '../database/index.ts'
import { checkJournal, createOrganisation, type Organisation } from '../journal/index.ts'
import { startHere, usedDataFolder } from '../postgres/testing/temporary-data.ts'
import { addPeople } from './testing/a-peopled-office.ts'

const kills = 12
const timeout = 300_000

const countCases = statement(
  'test_count_whole_cases',
  `select count(*)::int as whole from unnest($1::uuid[]) as wanted (id)
   where (select count(*) from app.entry as e where e.org_id = (select app.org_id()) and e.subject_id = wanted.id) = 3
     and exists (select from app.assignment as a where a.org_id = (select app.org_id()) and a.subject_id = wanted.id)
     and (select count(*) from app.key_wrap as w where w.org_id = (select app.org_id()) and w.subject_id = wanted.id) = 2
     and exists (select from app.sealed_read as r where r.org_id = (select app.org_id()) and r.subject_id = wanted.id)`,
)
const countParts = statement(
  'test_count_parts',
  `select (select count(distinct subject_id)::int from app.entry where org_id = (select app.org_id())) as cases,
     (select count(*)::int from app.compartment_key where org_id = (select app.org_id())) as keys,
     (select count(*)::int from app.assignment where org_id = (select app.org_id())) as assignments,
     (select count(*)::int from app.audit_entry where org_id = (select app.org_id())) as acts`,
)

test('OFC-4 a program killed while devices push loses nothing that was acknowledged, and leaves nothing half', {
  timeout,
}, async () => {
  const { dataDir, database } = await aServer()
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const organisation = await anOrganisationWithPeople(database)
    const pusher = startPusher(dataDir)
    pusher.pushFor(organisation)
    await pusher.acknowledgedIn(organisation, 1)
    await pause(Math.random() * 150)
    await pusher.kill()
    acknowledged += await expectWhole(database, organisation, pusher.casesOf(organisation))
  }
  expect(acknowledged).toBeGreaterThan(kills)
})

test('OFC-4 PostgreSQL killed while devices push comes back with everything acknowledged, and nothing half', {
  timeout,
}, async () => {
  const { dataDir, database, server } = await aServer()
  const pusher = startPusher(dataDir)
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill += 1) {
    await server.ready()
    const organisation = await anOrganisationWithPeople(database)
    pusher.pushFor(organisation)
    await pusher.acknowledgedIn(organisation, 1)
    await pause(Math.random() * 150)
    process.kill(server.pids()[0] ?? 0, 'SIGKILL')
    const before = pusher.casesOf(organisation).length
    await pusher.acknowledgedIn(organisation, before + 1)
    acknowledged += await expectWhole(database, organisation, pusher.casesOf(organisation))
  }
  await pusher.kill()
  expect(acknowledged).toBeGreaterThan(kills)
})

async function aServer() {
  const dataDir = await usedDataFolder()
  const server = await startHere(dataDir)
  const opened = await openDatabase(server)
  if (!opened.ok) throw new Error(opened.refusal.message)
  onTestFinished(() => opened.value.close())
  return { dataDir, server, database: opened.value }
}

async function anOrganisationWithPeople(database: Database): Promise<Organisation> {
  const organisation = await createOrganisation(database, { name: 'Shobuj Pata', synthetic: true })
  await database.withTransaction(organisation, (tx) => addPeople(tx, { 1: ['caseworker'] }))
  return organisation
}

async function expectWhole(
  database: Database,
  organisation: Organisation,
  cases: readonly string[],
): Promise<number> {
  const read = <Row extends object>(query: ReturnType<typeof statement>, values: unknown[]) =>
    database.withTransaction(organisation, (tx) => tx.query<Row>(query, values))
  expect(await read(countCases, [cases])).toEqual([{ whole: cases.length }])
  const [parts] = await read<Record<string, number>>(countParts, [])
  // Each push opened one case with one key and one assignment, and was told of with its read.
  expect(parts).toEqual({
    cases: parts?.cases,
    keys: parts?.cases,
    assignments: parts?.cases,
    acts: 2 * (parts?.cases ?? 0),
  })
  expect((await checkJournal(database, organisation)).findings).toEqual([])
  expect((await database.withTransaction(organisation, checkAudit)).findings).toEqual([])
  return cases.length
}

function startPusher(dataDir: string) {
  const program = fileURLToPath(new URL('./testing/pusher-program.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const cases = new Map<string, string[]>()
  createInterface(child.stdout).on('line', (line) => {
    const [orgId = '', number = ''] = line.split(' ')
    const id = `00000000-0000-7000-9000-${number.padStart(12, '0')}`
    cases.set(orgId, [...(cases.get(orgId) ?? []), id])
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const casesOf = ({ orgId }: Organisation): readonly string[] => [...(cases.get(orgId) ?? [])]
  return {
    kill,
    casesOf,
    pushFor: ({ orgId }: Organisation) => child.stdin.write(`${orgId}\n`),
    async acknowledgedIn(organisation: Organisation, atLeast: number): Promise<void> {
      while (casesOf(organisation).length < atLeast) {
        if (child.exitCode !== null) throw new Error('the pusher ended by itself')
        await pause(5)
      }
    },
  }
}
