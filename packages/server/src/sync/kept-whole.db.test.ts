import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerPull, answerPush } from '@sathi/sync'
import { expect, onTestFinished, test } from 'vitest'
import { appendAudit, checkAudit } from '../audit/index.ts'
import { backup, passingTables, restore, sideTables } from '../backup/index.ts'
import { type Database, statement } from '../database/index.ts'
import { openTestDatabase, runAs } from '../database/testing/open-test-database.ts'
import { checkJournal } from '../journal/index.ts'

import { checkSync } from './check-sync.ts'
import {
  aFollowUp,
  aMemberId,
  aNewKey,
  anOpening,
  aPeopledOffice,
  aPush,
  aSubjectId,
  officeOf,
  sealed,
  speaker,
} from './testing/a-peopled-office.ts'
import { findLackingTables } from './testing/find-lacking-tables.ts'
import { digestOfBytes } from './verify-signature.ts'

const [worker, other] = [1, 2] as const
const blob = '00000000-0000-7000-8f00-000000000001' as never
const chunks = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]

/** An office in which every table of sync holds something. */
async function aFullOffice() {
  const office = await aPeopledOffice({ [worker]: ['caseworker'], [other]: ['caseworker'] })
  const { ports } = office
  await ports.store.transact(speaker(worker), async (tx) => {
    const digests = await Promise.all(chunks.map(digestOfBytes))
    const about = { blob, subject: aSubjectId(1), compartment: 'casework', size: 5 } as const
    await tx.putBlob({ ...about, chunks: digests })
    for (const [number, bytes] of chunks.entries()) await tx.putChunk(blob, number, bytes)
  })
  const opened = { ...anOpening(worker, 1, 1), tokens: ['t-one'], blobs: [blob] }
  const noted = aFollowUp(worker, 1, 2, { sealed: sealed('casework') })
  const at = '2026-02-01T10:00:00.000Z' as never
  await answerPush(
    ports,
    speaker(worker),
    aPush(worker, {
      submissions: [opened, noted],
      keys: [aNewKey(1, 'casework', [worker])],
      reads: [{ subject: aSubjectId(1), compartment: 'casework', at, offline: true }],
    }),
  )
  const changed = { ...noted, entry: { ...noted.entry, occurredOn: '2021-04-01' as never } }
  await answerPush(ports, speaker(worker), aPush(worker, { submissions: [changed] }))
  await office.assign(other, 1)
  await office.breakGlass(other, 1)
  return office
}

async function restoredFrom(path: string): Promise<Database> {
  const { database } = await openTestDatabase()
  expect(await restore(database, path)).toMatchObject({ ok: true })
  return database
}

test('OFC-13 a backup holds people, keys, files and the audit journal, and a restore brings them all back', async () => {
  const office = await aFullOffice()
  await office.inOffice((tx) =>
    appendAudit(tx, {
      name: 'index_searched',
      by: aMemberId(worker),
      device: null,
      fields: { candidates: 0 },
    }),
  )
  const folder = mkdtempSync(join(tmpdir(), 'sathi-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'backup.gz')
  expect(await backup(office.database, path)).toMatchObject({ ok: true })
  const database = await restoredFrom(path)
  const { orgId } = office.organisation
  const rowsOf = (of: Database): Promise<Record<string, object[]>> =>
    of.withTransaction({ orgId }, async (tx) => {
      const found: Record<string, object[]> = {}
      for (const table of sideTables) {
        const name = `test_all_${table}_${of === database}`
        const text = `select to_jsonb(t) as row from ${table} as t where org_id = (select app.org_id()) order by to_jsonb(t)::text`
        found[table] = await tx.query(statement(name, text), [])
      }
      return found
    })
  const [before, after] = [await rowsOf(office.database), await rowsOf(database)]
  expect(after).toEqual(before)
  expect(
    Object.entries(after).filter(([table, rows]) => rows.length === 0 && !table.startsWith('auth.')),
  ).toEqual(['suspension', 'member_key', 'invitation', 'recovery_key'].map((table) => [`app.${table}`, []]))
  expect((await checkJournal(database, { orgId })).findings).toEqual([])
  expect((await database.withTransaction({ orgId }, checkAudit)).findings).toEqual([])
  expect((await database.withTransaction({ orgId }, checkSync)).findings).toEqual([])

  // A device of before begins again, and goes on where it was.
  const { device } = speaker(worker)
  const request = { protocol: 1, device, appVersion: '9', cursor: null, epoch: null, limit: 500 } as const
  const first = await answerPull(office.ports, speaker(worker), request)
  const again = officeOf(database, orgId)
  const cursor = first.state === 'page' ? first.cursor : null
  expect(await answerPull(again.ports, speaker(worker), { ...request, cursor })).toMatchObject({
    state: 'begin-again',
    why: 'restored',
  })
  const push = aPush(worker, { submissions: [aFollowUp(worker, 1, 3)] })
  expect((await answerPush(again.ports, speaker(worker), push)).outcomes).toMatchObject([
    { state: 'stored', position: 3 },
  ])
  // Nobody sets up anew what has its people.
  const taken = await database.withTransaction({ orgId }, (tx) =>
    tx.query(statement('test_take_set_up', 'select app.take_first_set_up($1) as taken'), [orgId]),
  )
  expect(taken).toEqual([{ taken: false }])
})

test('OFC-13 every table is either backed up or for the moment only', async () => {
  const { owner } = await openTestDatabase()
  const journal = ['app.organisation', 'app.org_feed', 'app.subject', 'app.entry', 'app.sheet']
  const known = [...sideTables, ...passingTables, ...journal]
  expect(await findLackingTables(owner, known)).toEqual([])
})

test('OFC-14 the check finds a key, a file, a waiting entry or an event that is not as it came', async () => {
  const office = await aFullOffice()
  const { orgId } = office.organisation
  const found = async (): Promise<string[]> =>
    (await office.inOffice(checkSync)).findings.map((finding) => finding.found)
  expect(await found()).toEqual([])
  const tamperings: readonly (readonly [string, string, string])[] = [
    [
      'app.key_wrap',
      "delete from app.key_wrap where holder <> 'recovery'; delete from app.key_wrap",
      'key-without-wrap',
    ],
    ['app.compartment_key', 'delete from app.compartment_key', 'sealed-without-key'],
    ['app.blob_chunk', "update app.blob_chunk set bytes = 'xx' where number = 1", 'chunk-differs'],
    ['app.blob_chunk', 'delete from app.blob_chunk where number = 0', 'file-incomplete'],
    ['app.quarantine', "update app.quarantine set body = body || ' '", 'quarantined-differs'],
    ['app.access_event', 'delete from app.access_event where n = 2', 'access-events-differ'],
  ]
  for (const [table, text, finding] of tamperings) {
    await runAs(
      office.owner,
      `alter table ${table} no force row level security`,
      `set app.org_id = '${orgId}'`,
      text,
      `alter table ${table} force row level security`,
    )
    expect(await found()).toContain(finding)
  }
})
