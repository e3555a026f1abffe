import 'fake-indexeddb/auto'
import type { Compartment, Entry, EntryId, Instant, MemberId, PartialDate, SubjectId } from '@sathi/domain'
import type { BlobId, DeviceStore, DeviceWrite, Epoch, ItemState, MemberCard, NewItem } from '@sathi/sync'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { emptyDevice, memoryDevice } from '../../../../sync/src/testing/memory-device.ts'
import { deleteDatabase } from './delete-database.ts'
import { type DeviceDatabase, openDatabase } from './device-database.ts'
import { dexieStore } from './dexie-store.ts'
import { openRecords } from './sealed-records.ts'

const uuid = (kind: string, number: number) =>
  `01930000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`
const subjects = [1, 2, 3].map((number) => uuid('a', number) as SubjectId)
const ids = Array.from({ length: 8 }, (_, number) => uuid('b', number) as EntryId)
const members = [1, 2].map((number) => uuid('c', number) as MemberId)
const blobs = [1, 2, 3].map((number) => uuid('d', number) as BlobId)
const marker = 'a word that nobody else may read'

const subject = fc.constantFrom(...subjects)
const id = fc.constantFrom(...ids)
const member = fc.constantFrom(...members)
const blob = fc.constantFrom(...blobs)
const key = fc.record({
  subject,
  compartment: fc.constantFrom<Compartment>('casework', 'health'),
  version: fc.constantFrom(1, 2),
})
const wrapText = fc.constantFrom('wrap-1', 'wrap-2')
// An id always says the same of the same subject, as ids do.
const entry = id.map(
  (own): Entry => ({
    id: own,
    subject: { type: 'case', id: subjects[ids.indexOf(own) % subjects.length] as SubjectId },
    kind: 'case_closed',
    version: 1,
    occurredOn: '2026-01-02' as PartialDate,
    recordedAt: '2026-01-02T03:04:05.678Z' as Instant,
    author: 'u1',
    device: 'd1',
    open: { note: marker },
  }),
)
const held = fc
  .record({ entry, position: fc.integer({ min: 1, max: 99 }) })
  .map((one) => ({ ...one, receivedAt: one.entry.recordedAt, subjectCode: 'C-1' }))
const standing = fc.constantFrom(
  { state: 'to-go' } as const,
  { state: 'stored', position: 3 } as const,
  { state: 'quarantined' } as const,
  { state: 'refused', refusal: { reason: 'unknown-subject' } } as const,
)
const write: fc.Arbitrary<DeviceWrite> = fc.oneof(
  fc.record({
    write: fc.constant('state' as const),
    state: fc.oneof(
      fc.record({ cursor: fc.constantFrom(null, 'c1', 'c2') }),
      fc.record({ clockOffset: fc.integer(), epoch: fc.constant('e1' as Epoch) }),
    ),
  }),
  fc.record({ write: fc.constant('standing' as const), id, standing }),
  fc.record({ write: fc.constant('subject-code' as const), id, subjectCode: fc.constantFrom('X', 'Y') }),
  fc.record({ write: fc.constant('drop-item' as const), id }),
  fc.record({ write: fc.constant('held' as const), held }),
  fc.record({ write: fc.constant('purge' as const), subject }),
  fc.record({
    write: fc.constant('purge-all' as const),
    own: fc.constantFrom('stay' as const, 'go' as const),
  }),
  fc.record({
    write: fc.constant('wrap' as const),
    wrap: fc
      .tuple(key, wrapText, member, fc.constantFrom('office' as const, 'here' as const))
      .map(([name, wrap, madeBy, from]) => ({ ...name, wrap, madeBy, from })),
  }),
  fc.record({
    write: fc.constant('card' as const),
    card: member.map((one): MemberCard => ({ member: one, code: marker })),
  }),
  fc.record({
    write: fc.constantFrom('wanted' as const, 'drop-wanted' as const),
    wanted: fc.tuple(key, member).map(([name, holder]) => ({ ...name, holder })),
  }),
  fc.record({
    write: fc.constantFrom('outgoing-wrap' as const, 'drop-outgoing-wrap' as const),
    wrap: fc.tuple(key, member).map(([name, holder]) => ({ ...name, holder, wrap: 'w' })),
  }),
  fc.record({
    write: fc.constant('read' as const),
    read: fc.record({
      subject,
      compartment: fc.constant('health' as const),
      at: fc.constant('2026-01-02T03:04:05.678Z' as Instant),
      offline: fc.boolean(),
    }),
  }),
  fc.record({
    write: fc.constant('aside' as const),
    aside: held.map((one) => ({ ...one, why: 'bad-signature' as const })),
  }),
  fc.record({ write: fc.constant('drop-aside' as const), id }),
  fc.record({
    write: fc.constant('blob' as const),
    card: fc.tuple(blob, subject).map(([own, of]) => ({
      blob: own,
      subject: of,
      compartment: 'casework' as const,
      size: 3,
      chunks: ['x'],
    })),
    chunks: fc.constantFrom([Uint8Array.of(1, 2, 3)], [Uint8Array.of(4), Uint8Array.of(5)]),
  }),
)
const item = fc
  .record({ entry, blobs: fc.uniqueArray(blob, { maxLength: 2 }), wrap: wrapText, keyed: fc.boolean() })
  .map(
    ({ entry: own, blobs: files, wrap, keyed }): NewItem => ({
      submission: { entry: own, blobs: files },
      keys: keyed
        ? [
            {
              subject: own.subject.id,
              compartment: 'casework',
              version: 1,
              wraps: [{ holder: 'recovery', wrap }],
            },
          ]
        : [],
    }),
  )
const commits = fc.array(
  fc.tuple(fc.option(item, { nil: undefined }), fc.array(write, { maxLength: 5 }), fc.boolean()),
  { maxLength: 12 },
)

const opened: DeviceDatabase[] = []

async function newStore() {
  const database = openDatabase()
  opened.push(database)
  const dataKey = await crypto.subtle.importKey(
    'raw',
    crypto.getRandomValues(new Uint8Array(32)),
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  )
  const sealed = await openRecords(database, dataKey)
  if (sealed === 'foreign') throw new Error('a new database is of no other vault')
  const store = dexieStore(
    { database, sealed },
    { wipe: async () => {}, copy: async () => {}, onChange: async () => {} },
  )
  return { database, dataKey, store }
}

const states: readonly ItemState[] = ['to-go', 'stored', 'quarantined', 'refused', 'waiting']

/** Everything that can be read of a store, told apart from the numbers by which it orders. */
async function everythingIn(store: DeviceStore): Promise<unknown> {
  const text = (list: Iterable<unknown>) => [...list].map((one) => JSON.stringify(one)).sort()
  const reads = (await store.listReads()).map(({ order: _, ...read }) => read)
  const chunks = await Promise.all(
    blobs.flatMap((one) => [0, 1].map(async (number) => [...((await store.readChunk(one, number)) ?? [])])),
  )
  return {
    state: await store.readState(),
    items: (await store.listItems(states)).map(({ order: _, ...one }) => one),
    counts: await store.countItems(),
    found: text(await store.findItems(ids).then((map) => map.keys())),
    held: text((await store.findHeld(ids)).values()),
    bySubject: await Promise.all(subjects.map(async (one) => text(await store.listHeld(one)))),
    wraps: await Promise.all(subjects.map(async (one) => text(await store.findWraps(one, 'casework')))),
    cards: text((await store.findCards(members)).values()),
    aside: text(await store.listAside()),
    wanted: text(await store.listWanted()),
    outgoing: text(await store.listOutgoingWraps()),
    reads,
    blobs: await Promise.all(blobs.map((one) => store.findBlob(one))),
    chunks,
  }
}

describe('the store of a device', () => {
  afterEach(async () => {
    for (const database of opened.splice(0)) database.close()
    await deleteDatabase()
  })

  test('DEV-1 keeps the same as a store in memory, whatever is written in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(commits, async (all) => {
        const { database, store } = await newStore()
        const model = memoryDevice(emptyDevice())
        const written = new Set<EntryId>()
        for (const [next, writes, dropsKeys] of all) {
          const isNew = next !== undefined && !written.has(next.submission.entry.id)
          const keys = next !== undefined && dropsKeys ? next.keys : []
          const batch: DeviceWrite[] = [
            ...(isNew ? [{ write: 'new-item', item: next } as const] : []),
            ...writes.filter((one) => one.write !== 'drop-item' || written.has(one.id)),
            ...keys.map((one) => ({ write: 'drop-key', key: one }) as const),
          ]
          // A key is dropped in a commit of its own or behind what it was read before.
          const [drops, rest] = [batch.filter(isDropKey), batch.filter((one) => !isDropKey(one))]
          for (const one of [rest, drops]) {
            await store.commit(one)
            await model.commit(one)
          }
          if (isNew) written.add(next.submission.entry.id)
          for (const one of rest) if (one.write === 'drop-item') written.delete(one.id)
          for (const left of written) {
            if (!(await model.findItems([left])).has(left)) written.delete(left)
          }
        }
        expect(await everythingIn(store)).toEqual(await everythingIn(model))
        database.close()
        await deleteDatabase()
      }),
      { numRuns: 60 },
    )
  })

  test('DEV-2 leaves no word, no id and no name of a compartment in the database', async () => {
    const { database, store } = await newStore()
    for (const all of fc.sample(commits, { numRuns: 20, seed: 7 })) {
      for (const [, writes] of all) await store.commit(writes)
    }
    const [opening] = fc.sample(item, { numRuns: 1, seed: 7 })
    if (opening !== undefined) await store.commit([{ write: 'new-item', item: opening }])
    const raw = await Promise.all(database.tables.map((table) => table.toArray()))
    const bytes = raw
      .flat()
      .map((row) => new TextDecoder('latin1').decode(encodeRow(row)))
      .join('\n')
    expect(raw.flat().length).toBeGreaterThan(10)
    for (const secret of [marker, 'casework', 'health', 'C-1', ...subjects, ...ids, ...members, ...blobs]) {
      expect(bytes.includes(secret)).toBe(false)
    }
  })

  test('DEV-3 all writes of a commit are kept, or none', async () => {
    const { store } = await newStore()
    const [first] = fc.sample(item, { numRuns: 1, seed: 3 })
    if (first === undefined) throw new Error('nothing was invented')
    await store.commit([{ write: 'new-item', item: first }])
    const before = await everythingIn(store)
    const again: readonly DeviceWrite[] = [
      { write: 'state', state: { cursor: 'later' } },
      { write: 'new-item', item: first },
    ]
    await expect(store.commit(again)).rejects.toThrow()
    expect(await everythingIn(store)).toEqual(before)
  })

  test('DEV-4 what was sealed under another key is foreign, and a row in another place does not open', async () => {
    const { database, store } = await newStore()
    const other = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['decrypt'])
    expect(await openRecords(database, other)).toBe('foreign')
    const [one, two] = [subjects[0], subjects[1]].map((of) => ({
      subject: of as SubjectId,
      compartment: 'health' as const,
      version: 1,
      wrap: 'w',
      madeBy: members[0] as MemberId,
      from: 'office' as const,
    }))
    if (one === undefined || two === undefined) return
    await store.commit([
      { write: 'wrap', wrap: one },
      { write: 'wrap', wrap: two },
    ])
    const [left, right] = await database.rows
      .where('[table+id]')
      .between(['wrap', ''], ['wrap', '~'])
      .toArray()
    if (left === undefined || right === undefined) throw new Error('rows are missing')
    await database.rows.put({ ...left, box: right.box })
    await expect(
      store.findWraps(one.subject, 'health').then(() => store.findWraps(two.subject, 'health')),
    ).rejects.toThrow('does not open')
  })
})

function isDropKey(one: DeviceWrite): boolean {
  return one.write === 'drop-key'
}

function encodeRow(row: unknown): Uint8Array {
  const parts = Object.values(row as Record<string, unknown>).map((value) =>
    value instanceof Uint8Array ? value : new TextEncoder().encode(JSON.stringify(value)),
  )
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
