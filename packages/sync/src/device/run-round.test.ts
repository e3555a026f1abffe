import { type Entry, findKind, type Instant, type PartialDate, type SubjectId } from '@sathi/domain'
import { expect, test } from 'vitest'
import { later } from '../measures/index.ts'
import type { BlobId, DeviceId, Submission } from '../messages/index.ts'
import {
  answerBlob,
  answerChunk,
  answerFetch,
  answerHello,
  answerPull,
  answerPush,
  answerWiped,
} from '../office/index.ts'
import {
  cardOf,
  digestOf,
  digestOfBytes,
  emptyDevice,
  type InventedMember,
  inventedMembers,
  memoryDevice,
  memoryOffice,
  sealedParts,
  sign,
  type Tides,
  verify,
} from '../testing/index.ts'
import { chooseCode, fetchBlob, readProgress, runRound, saveEntry } from './index.ts'

const now = '2026-03-01T08:00:00.000Z' as Instant

/** An office and devices in one calm world, where nothing waits for its turn. */
function aCalmWorld() {
  let passed = 0
  const tides: Tides = {
    step: async () => {},
    turn: async () => false,
    now: () => Date.parse(now) + passed,
    pass: (milliseconds) => {
      passed += milliseconds
    },
  }
  const office = memoryOffice(tides)
  const ports = {
    store: office.store,
    now: () => later(now, passed),
    digestOf,
    digestOfBytes,
    verify,
    oldestToPull: '2.0.0',
  }
  const aDevice = (number: number, appVersion = '2.1.0') => {
    const { member, author, devices } = inventedMembers[number] as InventedMember
    const device = devices[0] as DeviceId
    const actor = { member, author, device }
    const memory = emptyDevice()
    const store = memoryDevice(memory)
    const round = {
      store,
      device,
      appVersion,
      now: ports.now,
      verify,
      makeWrap: async () => undefined,
      office: {
        hello: (request: Parameters<typeof answerHello>[2]) => answerHello(ports, actor, request),
        wiped: () => answerWiped(ports, actor),
        push: (request: Parameters<typeof answerPush>[2]) => answerPush(ports, actor, request),
        pull: (request: Parameters<typeof answerPull>[2]) => answerPull(ports, actor, request),
        blob: (request: Parameters<typeof answerBlob>[2]) => answerBlob(ports, actor, request),
        chunk: (request: Parameters<typeof answerChunk>[2]) => answerChunk(ports, actor, request),
        fetch: (request: Parameters<typeof answerFetch>[2]) => answerFetch(ports, actor, request),
      },
    }
    return { ...actor, memory, store, round }
  }
  return { tides, office, aDevice }
}

type Writer = ReturnType<ReturnType<typeof aCalmWorld>['aDevice']>

function written(writer: Writer, number: number, caseNumber: number, about: Partial<Entry> = {}): Entry {
  const kind = about.kind ?? 'follow_up'
  const entry: Entry = {
    id: idOf('8000', number),
    subject: { type: 'case', id: idOf('9000', caseNumber) },
    kind,
    version: findKind(kind)?.version ?? 1,
    occurredOn: '2026-02-28' as PartialDate,
    recordedAt: now,
    author: writer.author,
    device: writer.device,
    open: { channel: 'home_visit', reached: 'survivor' },
    ...about,
  }
  return sign(entry, writer.member)
}

function opening(writer: Writer, number: number, caseNumber: number, subjectCode: string): Submission {
  const open = { pathway: 'shelter', gender: 'Feminine', is_child: 'no' }
  return { entry: written(writer, number, caseNumber, { kind: 'case_opened', open }), subjectCode }
}

function idOf<Id extends string>(group: string, number: number): Id {
  return `00000000-0000-7000-${group}-${String(number).padStart(12, '0')}` as Id
}

const save = (writer: Writer, submission: Submission) => saveEntry(writer.store, { submission, keys: [] })

test('SYN-7 two new cases get one code: the second waits with all its entries for another code, and then goes', async () => {
  const { aDevice, office } = aCalmWorld()
  const [first, second] = [aDevice(0), aDevice(1)]
  await save(first, opening(first, 1, 1, 'C-1'))
  await runRound(first.round)
  await save(second, opening(second, 2, 2, 'C-1'))
  await save(second, { entry: written(second, 3, 2) })
  await save(second, opening(second, 4, 3, 'C-3'))
  expect(await runRound(second.round)).toMatchObject({ state: 'done' })
  const progress = await readProgress(second.store)
  expect(progress).toMatchObject({ savedHere: 2, reachedOffice: 1 })
  expect(progress.refused).toMatchObject([
    { refusal: { reason: 'subject-code-taken' }, way: 'other-code', waiting: [idOf('8000', 3)] },
  ])
  await chooseCode(second.store, idOf('9000', 2), 'C-2')
  await runRound(second.round)
  expect(await readProgress(second.store)).toMatchObject({ savedHere: 0, reachedOffice: 3, refused: [] })
  expect((await office.inspect()).entries).toHaveLength(4)
})

test('SYN-8 what was written of a lost case goes up into quarantine, and then the case is erased', async () => {
  const { aDevice, office, tides } = aCalmWorld()
  const worker = aDevice(0)
  await save(worker, opening(worker, 1, 1, 'C-1'))
  await runRound(worker.round)
  await save(worker, { entry: written(worker, 2, 1) })
  tides.pass(1000)
  await office.act({ act: 'revoke', member: worker.member, case: idOf<SubjectId>('9000', 1) })
  await runRound(worker.round)
  expect((await office.inspect()).quarantined.map(({ id }) => id)).toEqual([idOf('8000', 2)])
  expect([worker.memory.held.size, worker.memory.items.size, worker.memory.wraps.size]).toEqual([0, 0, 0])
})

test('SYN-9 an app that is too old to pull pushes, says that it is too old, and erases a case that was lost', async () => {
  const { aDevice, office, tides } = aCalmWorld()
  const worker = aDevice(0)
  await save(worker, opening(worker, 1, 1, 'C-1'))
  await runRound(worker.round)
  await save(worker, opening(worker, 2, 2, 'C-2'))
  tides.pass(1000)
  await office.act({ act: 'revoke', member: worker.member, case: idOf<SubjectId>('9000', 1) })
  const old = { ...worker.round, appVersion: '1.0.0' }
  expect(await runRound(old)).toEqual({ state: 'too-old', oldest: '2.0.0', feed: 'as-expected' })
  expect((await office.inspect()).entries).toHaveLength(2)
  expect(worker.memory.held.size).toBe(0)
  expect([...worker.memory.items.keys()]).toEqual([idOf('8000', 2)])
})

test('SYN-10 a compartment that she may not open comes as a digest, which the signature covers all the same', async () => {
  const { aDevice, office } = aCalmWorld()
  const [worker, counter] = [aDevice(0), aDevice(4)]
  const key = { compartment: 'casework', version: 1, key: 'key-1' as never } as const
  const { entry, ...about } = opening(worker, 1, 1, 'C-1')
  const { signed: _, ...unsigned } = entry
  const submission = {
    ...about,
    entry: sign({ ...unsigned, sealed: sealedParts(entry.id, [key]) }, worker.member),
  }
  const wraps = [{ holder: worker.member, wrap: 'key-1_w' }]
  const keys = [{ subject: entry.subject.id, compartment: 'casework', version: 1, wraps }] as const
  await saveEntry(worker.store, { submission, keys })
  await runRound(worker.round)
  await runRound(counter.round)
  const held = counter.memory.held.get(entry.id)?.entry
  const [stored] = (await office.inspect()).entries
  expect(stored?.entry.sealed?.casework).toHaveProperty('box')
  expect(held?.sealed?.casework).not.toHaveProperty('box')
  expect(await verify(held as Entry, cardOf(worker.member))).toBe(true)
  expect(counter.memory.aside.size).toBe(0)
})

test('SYN-11 a file goes up in chunks before its entry; who may open its compartment fetches it, others find nothing', async () => {
  const { aDevice, office } = aCalmWorld()
  const [worker, other] = [aDevice(0), aDevice(1)]
  const chunks = [1, 2, 3].map((byte) => Uint8Array.from([byte, byte]))
  const subject = idOf<SubjectId>('9000', 1)
  const card = {
    blob: idOf<BlobId>('b000', 1),
    subject,
    compartment: 'casework',
    size: 6,
    chunks: await Promise.all(chunks.map(digestOfBytes)),
  } as const
  const submission = { ...opening(worker, 1, 1, 'C-1'), blobs: [card.blob] }
  await saveEntry(worker.store, { submission, keys: [] }, [{ card, chunks }])
  await runRound(worker.round)
  expect((await office.inspect()).finishedBlobs).toEqual(new Set([card.blob]))
  expect(await fetchBlob(other.round, card.blob)).toEqual({ state: 'not-there' })
  await office.act({ act: 'grant', member: other.member, case: subject })
  expect(await fetchBlob(other.round, card.blob)).toEqual({ state: 'there', card })
  expect(await Promise.all([0, 1, 2].map((number) => other.store.readChunk(card.blob, number)))).toEqual(
    chunks,
  )
})

test('SYN-11 a file that the office gives in the place of another is not kept: it might be one that has not gone up', async () => {
  const { aDevice } = aCalmWorld()
  const worker = aDevice(0)
  const [asked, unsent] = [idOf<BlobId>('b000', 1), idOf<BlobId>('b000', 2)]
  const card = {
    blob: unsent,
    subject: idOf<SubjectId>('9000', 1),
    compartment: 'casework',
    size: 1,
  } as const
  const chunks = [await digestOfBytes(Uint8Array.of(1))]
  const item = { submission: { ...opening(worker, 1, 1, 'C-1'), blobs: [unsent] }, keys: [] }
  await saveEntry(worker.store, item, [{ card: { ...card, chunks }, chunks: [Uint8Array.of(1)] }])
  const rubbish = { state: 'chunk', card: { ...card, chunks }, bytes: Uint8Array.of(9) } as const
  const office = { ...worker.round.office, fetch: async () => rubbish }
  expect(await fetchBlob({ ...worker.round, office }, asked)).toMatchObject({ state: 'unreachable' })
  expect(await worker.store.readChunk(unsent, 0)).toEqual(Uint8Array.of(1))
})

test('SYN-2 a feed that is shorter than it was, in one and the same life, is noticed', async () => {
  const { aDevice } = aCalmWorld()
  const worker = aDevice(0)
  await save(worker, opening(worker, 1, 1, 'C-1'))
  await runRound(worker.round)
  await runRound(worker.round)
  const { head } = worker.memory.state
  if (head === undefined) throw new Error('no head was noted')
  worker.memory.state = { ...worker.memory.state, head: { ...head, position: 9 } }
  expect(await runRound(worker.round)).toEqual({ state: 'done', feed: 'went-back' })
})
