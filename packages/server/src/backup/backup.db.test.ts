import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { canonicalJson, type PartialDate } from '@sathi/domain'
import { expect, onTestFinished, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import type { Database } from '../database/index.ts'
import { openTestDatabase } from '../database/testing/open-test-database.ts'
import {
  appendEntries,
  checkJournal,
  listOrganisations,
  readFeed,
  readJournal,
  readSheetBook,
  type Submission,
} from '../journal/index.ts'
import {
  anOrganisation,
  anotherOrganisation,
  aSubjectId,
  ofCase,
  opening,
} from '../journal/testing/an-organisation.ts'
import { tamper } from '../journal/testing/tamper.ts'
import { backup, restore } from './index.ts'

test('STO-14 what is restored is what was backed up: entries, times, hashes, codes and sheets', async () => {
  const { database, path } = await aStoreOfTwo()
  expect(await backup(database, path)).toEqual({
    ok: true,
    value: { organisations: 2, subjects: 4, entries: 9 },
  })
  const restored = await restoredFrom(path)
  const before = await listOrganisations(database)
  const after = await listOrganisations(restored)
  expect(after.map(({ epoch, ...rest }) => rest)).toEqual(before.map(({ epoch, ...rest }) => rest))
  for (const organisation of before) {
    const check = await checkJournal(restored, organisation)
    expect(check).toMatchObject({ findings: [], fingerprint: { digits: expect.any(String) } })
    expect(check.fingerprint).toEqual((await checkJournal(database, organisation)).fingerprint)
    const [was, is] = await Promise.all(
      [database, restored].map((one) =>
        one.withTransaction(organisation, async (tx) => ({
          journal: await readJournal(tx, aSubjectId(1)),
          book: await readSheetBook(tx),
        })),
      ),
    )
    expect(is).toEqual(was)
  }
})

test('STO-14 a restore begins a new life of the feed, and the journal goes on where it was', async () => {
  const { database, path } = await aStoreOfTwo()
  await backup(database, path)
  const restored = await restoredFrom(path)
  const [was] = await listOrganisations(database)
  const [is] = await listOrganisations(restored)
  if (was === undefined || is === undefined) throw new Error('no organisation')
  expect(is.epoch).not.toBe(was.epoch)
  const cursor = { epoch: was.epoch, position: 2 }
  const page = await restored.withTransaction(is, (tx) => readFeed(tx, cursor, 10))
  expect(page).toEqual({ state: 'other-epoch', epoch: is.epoch })
  const again = await restored.withTransaction(is, (tx) => appendEntries(tx, [ofCase(1, 1), ofCase(1, 50)]))
  expect(again.map(({ state }) => state)).toEqual(['already-stored', 'stored'])
  expect(await checkJournal(restored, is)).toMatchObject({ findings: [] })
})

test('STO-13 a backup shows one moment while people go on writing', async () => {
  const { database, path, organisation, openAgain } = await aStoreOfTwo()
  const writer = await openAgain()
  let stop = false
  let stored = 0
  const writing = (async () => {
    for (let number = 1000; !stop; number += 3) {
      const batch = [
        ofCase(1, number),
        ofCase(2, number + 1, { amends: anEntryId(3) }),
        ofCase(9, number + 2),
      ]
      // The amended entry is an opening, so this one is refused: only two of three are stored.
      await writer.withTransaction(organisation, (tx) => appendEntries(tx, batch))
      stored += 2
    }
  })()
  const restoredCounts: number[] = []
  for (let round = 0; round < 3; round++) {
    const before = stored
    const outcome = await backup(database, path)
    const restored = await restoredFrom(path)
    const check = await checkJournal(restored, organisation)
    expect(check.findings).toEqual([])
    expect(check.entries).toBeGreaterThanOrEqual(before)
    expect(outcome).toMatchObject({ ok: true })
    restoredCounts.push(check.entries)
  }
  stop = true
  await writing
  expect(restoredCounts.toSorted((left, right) => left - right)).toEqual(restoredCounts)
})

test.skipIf(process.platform === 'win32')(
  'STO-13 only its owner may read a backup, and nothing else is left in the folder',
  async () => {
    const { database, path, folder } = await aStoreOfTwo()
    await backup(database, path)
    chmodSync(path, 0o644)
    expect(await backup(database, path)).toMatchObject({ ok: true })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['all.sathi'])
  },
)

test('STO-13 a backup that cannot be written is refused and leaves an earlier one as it was', async () => {
  const { database, folder } = await aStoreOfTwo()
  expect(await backup(database, join(folder, 'no-such-folder', 'file'))).toMatchObject(
    refusal('file-unwritable'),
  )
  expect(await backup(database, folder)).toMatchObject(refusal('file-unwritable'))
  const { database: empty } = await openTestDatabase()
  expect(await backup(empty, join(folder, 'file'))).toMatchObject(refusal('nothing-stored'))
  expect(readdirSync(folder)).toEqual([])
})

test('STO-13 a write that fails half-way leaves the earlier backup as it was', async () => {
  const { database, path, folder } = await aStoreOfTwo()
  await backup(database, path)
  const before = readFileSync(path)
  const failing = backup(database, path, () => {
    throw Object.assign(new Error('no space'), { syscall: 'write', code: 'ENOSPC' })
  })
  expect(await failing).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('disk is full') },
  })
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['all.sathi'])
})

test('STO-14 a backup of the format before, which had no digests, is restored too', async () => {
  const { database, path } = await aStoreOfTwo()
  await backup(database, path)
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
  const before = lines.map((line) => {
    const { about, codes, ...kept } = JSON.parse(line)
    return canonicalJson('format' in kept ? { ...kept, format: 1 } : kept)
  })
  writeFileSync(path, summed(before))
  const restored = await restoredFrom(path)
  for (const organisation of await listOrganisations(restored)) {
    expect((await checkJournal(restored, organisation)).findings).toEqual([])
  }
})

test('STO-14 a deployment that holds an organisation is never restored into', async () => {
  const { database, path } = await aStoreOfTwo()
  await backup(database, path)
  expect(await restore(database, path)).toMatchObject(refusal('not-empty'))
  const { database: withEmptyOne } = await anOrganisation()
  expect(await restore(withEmptyOne, path)).toMatchObject(refusal('not-empty'))
  const withRest = await anOrganisation()
  await tamper(withRest, 'delete from app.organisation')
  expect(await restore(withRest.database, path)).toMatchObject(refusal('not-empty'))
})

test('STO-14 of two restores at the same time one fills the store', async () => {
  const { database, path } = await aStoreOfTwo()
  await backup(database, path)
  const { database: target, openAgain } = await openTestDatabase()
  const other = await openAgain()
  const outcomes = await Promise.all([restore(target, path), restore(other, path)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject(refusal('not-empty'))
  expect(await listOrganisations(target)).toHaveLength(2)
})

test('STO-14 a file that is no whole backup fills nothing', async () => {
  const { database, path, folder } = await aStoreOfTwo()
  await backup(database, path)
  const packed = readFileSync(path)
  const lines = gunzipSync(packed).toString('utf8').split('\n').slice(0, -1)
  const at = (found: RegExp): number => lines.findIndex((line) => found.test(line))
  const change = (index: number, from: string | RegExp, to: string): string[] => {
    const changed = lines.map((line, n) => (n === index ? line.replace(from, to) : line))
    if (changed[index] === lines[index]) throw new Error('nothing was changed')
    return changed
  }
  const entry = at(/"entry":/)
  const trailer = lines.length - 1
  const cases: Record<string, readonly [string, Buffer]> = {
    'empty file': ['cut-off', Buffer.alloc(0)],
    'no gzip': ['not-a-backup', Buffer.from('hello, this is a letter and no backup')],
    'gzip of something else': ['not-a-backup', gzipSync('hello\n')],
    'cut off early': ['cut-off', packed.subarray(0, 15)],
    'cut off in the middle': ['cut-off', packed.subarray(0, Math.floor(packed.length / 2))],
    'cut off by one byte': ['cut-off', packed.subarray(0, packed.length - 1)],
    'one bit turned': ['damaged', withBitTurned(packed, Math.floor(packed.length * 0.6))],
    'another checksum, followed by words': [
      'damaged',
      Buffer.concat([withBitTurned(packed, packed.length - 8), Buffer.from('and some words')]),
    ],
    'without trailer': ['cut-off', pack(lines.slice(0, -1))],
    'cut inside a line': ['cut-off', gzipSync(lines.join('\n').slice(0, -20))],
    'a line too many': ['goes-on', pack([...lines, lines[entry] ?? ''])],
    ...appended(packed),
    'a changed value': ['damaged', pack(change(entry, 'home_visit', 'office'))],
    'a changed value with the right checksum': ['damaged', summed(change(entry, 'home_visit', 'office'))],
    'a changed time with the right checksum': [
      'damaged',
      summed(change(entry, /:\d\d\.\d{3}Z"}/, ':00.000Z"}')),
    ],
    'a missing entry': ['damaged', summed(lines.filter((_, n) => n !== entry))],
    'two entries that changed places': [
      'damaged',
      summed(
        lines.map(
          (line, n) => (n === entry ? lines[entry + 1] : n === entry + 1 ? lines[entry] : line) ?? '',
        ),
      ),
    ],
    'an entry that is none': ['damaged', summed(change(entry, '\\"kind\\":', '\\"genre\\":'))],
    'a subject that is none': [
      'damaged',
      summed(change(at(/"subject":"/), /"subject":"[^"]*"/, '"subject":"she"')),
    ],
    'other counts': ['damaged', pack(change(trailer, '"entries":9', '"entries":8'))],
    'another organisation': [
      'damaged',
      summed(change(at(/"organisation":"/), /"organisation":"..../, '"organisation":"0000')),
    ],
    'a line of something else': [
      'damaged',
      summed([...lines.slice(0, 2), '{"person":"x"}', ...lines.slice(2)]),
    ],
    'a second header': ['damaged', summed([lines[0] ?? '', ...lines])],
    'no header': ['damaged', summed(lines.slice(1))],
    'another format': ['unknown-format', summed(change(0, '"format":3', '"format":4'))],
    'another name with the right checksum': [
      'damaged',
      summed(change(at(/"organisation":"/), 'Shobuj Pata', 'Shobuj Patta')),
    ],
    'real people said to be invented': [
      'damaged',
      summed(change(at(/"organisation":"/), '"synthetic":true', '"synthetic":false')),
    ],
    'another life of the feed': [
      'damaged',
      summed(change(at(/"organisation":"/), /"epoch":"..../, '"epoch":"0000')),
    ],
    'a changed code with the right checksum': [
      'damaged',
      summed(change(at(/"code":"/), /"code":"C-/, '"code":"D-')),
    ],
    'no digests': [
      'damaged',
      summed(
        change(at(/"organisation":"/), /"about":"\w+",/, '').map((line) =>
          line.replace(/"codes":"\w+",/, ''),
        ),
      ),
    ],
    'a newer version': ['newer-version', summed(change(0, /"schema":\d+/, '"schema":9999'))],
  }
  const { database: target } = await openTestDatabase()
  for (const [name, [kind, bytes]] of Object.entries(cases)) {
    const file = join(folder, 'damaged.sathi')
    writeFileSync(file, bytes)
    expect(await restore(target, file), name).toMatchObject(refusal(kind))
    expect(await listOrganisations(target), name).toEqual([])
  }
  expect(await restore(target, join(folder, 'no-such-file'))).toMatchObject(refusal('file-unreadable'))
  expect(await restore(target, folder)).toMatchObject(refusal('file-unreadable'))
  expect(await restore(target, path)).toMatchObject({ ok: true })
})

test('STO-13 a backup can be read by anyone with zcat, and holds no sheets', async () => {
  const { database, path } = await aStoreOfTwo()
  await backup(database, path)
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
  expect(lines.map((line) => canonicalJson(JSON.parse(line)))).toEqual(lines)
  expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
    'backup',
    ...[
      'about',
      'code',
      'code',
      'code',
      'entry',
      'entry',
      'entry',
      'entry',
      'entry',
      'entry',
      'entry',
      'entry',
    ],
    ...['about', 'code', 'entry'],
    'end',
  ])
})

/** Two organisations, four journals, nine entries. */
async function aStoreOfTwo() {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = await anOrganisation()
  const other = await anotherOrganisation(store)
  const [first, second] = [store.organisation, other].sort((left, right) =>
    left.orgId < right.orgId ? -1 : 1,
  )
  if (first === undefined || second === undefined) throw new Error('no organisation')
  const append = (actor: typeof first, submissions: Submission[]) =>
    store.database.withTransaction(actor, (tx) => appendEntries(tx, submissions))
  await append(first, [ofCase(1, 1), ofCase(1, 2, { amends: anEntryId(1) }), opening(2, 3)])
  await append(first, [ofCase(1, 4, { rowId: 'সারি-১' }), ofCase(2, 5), ofCase(3, 6), ofCase(3, 7)])
  await append(first, [ofCase(3, 8, { retracts: anEntryId(7), open: {}, occurredOn: '2021' as PartialDate })])
  await append(second, [ofCase(1, 1)])
  return { ...store, organisation: first, folder, path: join(folder, 'all.sathi') }
}

async function restoredFrom(path: string): Promise<Database> {
  const { database } = await openTestDatabase()
  const outcome = await restore(database, path)
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return database
}

function refusal(kind: string): object {
  return { ok: false, refusal: { kind } }
}

function pack(lines: readonly string[]): Buffer {
  return gzipSync(lines.map((line) => `${line}\n`).join(''))
}

/** Packs lines with a trailer that fits them, as a forger would. */
function summed(lines: readonly string[]): Buffer {
  const before = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('')
  const entries = lines.filter((line) => line.includes('"entry":')).length
  const trailer = JSON.parse(lines.at(-1) ?? '')
  const sha256 = createHash('sha256').update(before).digest('hex')
  return gzipSync(`${before}${canonicalJson({ end: { ...trailer.end, entries }, sha256 })}\n`)
}

/** A whole backup with more behind it. */
function appended(packed: Buffer): Record<string, readonly [string, Buffer]> {
  const behind = {
    'some words': Buffer.from('and some words'),
    'one byte': Buffer.from([31]),
    zeros: Buffer.alloc(512),
    'itself again': packed,
    'another packed file': gzipSync('a letter'),
    'the beginning of itself': packed.subarray(0, 100),
    'a megabyte': Buffer.alloc(1_000_000, 'x'),
  }
  return Object.fromEntries(
    Object.entries(behind).map(([name, bytes]) => [
      `followed by ${name}`,
      ['goes-on', Buffer.concat([packed, bytes])] as const,
    ]),
  )
}

function withBitTurned(bytes: Buffer, at: number): Buffer {
  const turned = Buffer.from(bytes)
  turned.writeUInt8(turned.readUInt8(at) ^ 4, at)
  return turned
}
