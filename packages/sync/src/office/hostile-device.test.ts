import {
  canonicalJson,
  type Entry,
  findKind,
  type Instant,
  type PartialDate,
  type SubjectId,
} from '@sathi/domain'
import { beforeEach, expect, test } from 'vitest'
import { later, protocol } from '../measures/index.ts'
import type { BlobId, DeviceId, HelloRequest, PushRequest, Submission } from '../messages/index.ts'
import {
  digestOf,
  digestOfBytes,
  forge,
  type InventedMember,
  inventedMembers,
  memoryOffice,
  sealedParts,
  sign,
  type Tides,
  verify,
} from '../testing/index.ts'
import { writeCursor } from './cursor.ts'
import { answerBlob, answerFetch, answerHello, answerPull, answerPush } from './index.ts'

// A member with a changed app: she has a passphrase and a role, says what she likes, and leaves out what she likes.

const now = '2026-03-01T08:00:00.000Z' as Instant
let passed = 0
const tides: Tides = {
  step: async () => {},
  turn: async () => false,
  now: () => Date.parse(now) + passed,
  pass: (milliseconds) => {
    passed += milliseconds
  },
}
let office = memoryOffice(tides)

const worker = actorOf(0)
const other = actorOf(1)
const counsellor = actorOf(2)
const hers = idOf<SubjectId>('9000', 1)
const foreign = idOf<SubjectId>('9000', 2)
const nowhere = idOf<SubjectId>('9000', 3)

beforeEach(async () => {
  passed = 0
  office = memoryOffice(tides)
  await push(worker, [opening(worker, 1, hers, 'C-1')])
  await push(other, [opening(other, 2, foreign, 'C-2')], { keys: [aKeyOf(foreign, other, 1)] })
  await push(other, [{ entry: anEntry(other, 3, foreign) }])
})

function ports() {
  return {
    store: office.store,
    now: () => later(now, passed),
    digestOf,
    digestOfBytes,
    verify,
    oldestToPull: '0',
  }
}

function actorOf(number: number) {
  const { member, author, devices } = inventedMembers[number] as InventedMember
  return { member, author, device: devices[0] as DeviceId }
}
type Actor = ReturnType<typeof actorOf>

function idOf<Id extends string>(group: string, number: number): Id {
  return `00000000-0000-7000-${group}-${String(number).padStart(12, '0')}` as Id
}

function anEntry(actor: Actor, number: number, subject: SubjectId, about: Partial<Entry> = {}): Entry {
  const kind = about.kind ?? 'follow_up'
  const entry: Entry = {
    id: idOf('8000', number),
    subject: { type: 'case', id: subject },
    kind,
    version: findKind(kind)?.version ?? 1,
    occurredOn: '2026-02-28' as PartialDate,
    recordedAt: now,
    author: actor.author,
    device: actor.device,
    open: { channel: 'home_visit', reached: 'survivor' },
    ...about,
  }
  return sign(entry, actor.member)
}

function opening(actor: Actor, number: number, subject: SubjectId, subjectCode: string): Submission {
  const open = { pathway: 'shelter', gender: 'Feminine', is_child: 'no' }
  return { entry: anEntry(actor, number, subject, { kind: 'case_opened', open }), subjectCode }
}

function aKeyOf(subject: SubjectId, actor: Actor, version: number): PushRequest['keys'][number] {
  const wraps = [{ holder: actor.member, wrap: `key-of-${actor.author}_w` }]
  return { subject, compartment: 'casework', version, wraps }
}

function push(actor: Actor, submissions: readonly Submission[], also: Partial<PushRequest> = {}) {
  const request = {
    protocol,
    device: actor.device,
    submissions,
    keys: [],
    wraps: [],
    reads: [],
    ...also,
  } as const
  return answerPush(ports(), actor, request)
}

function pull(actor: Actor, cursor: string | null, limit = 500) {
  const request = { protocol, device: actor.device, appVersion: '9', cursor, epoch: null, limit } as const
  return answerPull(ports(), actor, request)
}

async function answerTo(actor: Actor, entry: Entry, about: Partial<Submission> = {}) {
  const [outcome] = (await push(actor, [{ entry, ...about }])).outcomes
  return outcome?.state === 'refused' ? outcome.refusal : outcome?.state
}

const aside = async () => (await office.inspect()).quarantined

test('SYN-13 a foreign case is answered as one that is nowhere, whatever is pushed into it', async () => {
  const attempts: ((subject: SubjectId) => Promise<unknown>)[] = [
    (subject) => answerTo(worker, anEntry(worker, 10, subject)),
    (subject) =>
      answerTo(
        worker,
        anEntry(worker, 11, subject, { kind: 'counselling_session', open: { session_number: 1 } }),
      ),
    (subject) => answerTo(worker, opening(worker, 12, subject, 'C-9').entry),
    (subject) =>
      answerTo(
        worker,
        anEntry(worker, 13, subject, {
          subject: { type: 'agency', id: subject },
          kind: 'agency_registered',
          open: { name: 'Shishir', type: 'NGO', country: 'BD' },
        }),
      ),
    async (subject) => (await push(worker, [], { keys: [aKeyOf(subject, worker, 1)] })).otherKeys,
    async (subject) =>
      (await push(worker, [{ entry: anEntry(worker, 14, subject) }], { keys: [aKeyOf(subject, worker, 1)] }))
        .otherKeys,
  ]
  for (const attempt of attempts) expect(await attempt(foreign)).toEqual(await attempt(nowhere))
})

test('SYN-13 whoever may write journals that are not about a case learns no case from them', async () => {
  await office.act({ act: 'role', member: other.member, role: 'training_officer' })
  const agency = (subject: SubjectId) =>
    anEntry(other, 15, subject, {
      subject: { type: 'agency', id: subject },
      kind: 'agency_registered',
      open: { name: 'Shishir', type: 'NGO', country: 'BD' },
    })
  expect(await answerTo(other, agency(hers))).toEqual({ reason: 'unknown-subject' })
  expect(await answerTo(other, agency(nowhere))).toEqual({ reason: 'unknown-subject' })
})

test('SYN-13 an entry that she may not read is answered as one that is nowhere', async () => {
  await office.act({ act: 'grant', member: counsellor.member, case: hers })
  const session = { kind: 'counselling_session', open: { session_number: 1 } }
  expect(await answerTo(counsellor, anEntry(counsellor, 20, hers, session))).toBe('stored')
  expect(await answerTo(worker, anEntry(worker, 21, hers))).toBe('stored')
  const [unread, elsewhere] = [idOf<Entry['id']>('8000', 20), idOf<Entry['id']>('8000', 3)]
  for (const target of [unread, elsewhere, idOf<Entry['id']>('8000', 99)]) {
    const unknown = { reason: 'unknown-target', target }
    expect(await answerTo(worker, anEntry(worker, 22, hers, { amends: target }))).toEqual(unknown)
    const settling = { amends: idOf<Entry['id']>('8000', 21), settles: [target] }
    expect(await answerTo(worker, anEntry(worker, 23, hers, settling))).toEqual(unknown)
  }
})

test('SYN-13 a cursor that she wrote herself tells nothing of a foreign case', async () => {
  const { epoch } = await office.inspect()
  const filled = async (subject: SubjectId) => {
    const filling = { subject, from: 0, until: Number.MAX_SAFE_INTEGER }
    return pull(worker, writeCursor({ epoch, position: 3, access: 1e9, roles: 0, filling }), 1)
  }
  expect(await filled(foreign)).toEqual(await filled(nowhere))
  // Of her own case it gives what is there, and comes to an end.
  expect(await filled(hers)).toMatchObject({ changes: [{ change: 'entry', position: 1 }] })
})

test('SYN-14 a device that is to be wiped is given nothing when it passes over the greeting, and brings nothing in', async () => {
  const blob = idOf<BlobId>('b000', 1)
  const card = { blob, subject: hers, compartment: 'casework', size: 1, chunks: ['x'.repeat(43)] } as const
  await office.askToWipe(worker.device)
  expect(await pull(worker, null)).toMatchObject({ state: 'page', changes: [], more: false })
  expect(await answerTo(worker, anEntry(worker, 30, hers))).toBe('quarantined')
  const opened = opening(worker, 31, nowhere, 'C-3')
  expect(await answerTo(worker, opened.entry, opened)).toEqual({ reason: 'unknown-subject' })
  await push(worker, [], { keys: [aKeyOf(hers, worker, 1)] })
  expect((await office.inspect()).keys.map(({ subject }) => subject)).toEqual([foreign])
  expect(await answerBlob(ports(), worker, { protocol, device: worker.device, card })).toMatchObject({
    state: 'refused',
  })
})

test('SYN-14 a device that is to be wiped is given no file', async () => {
  const blob = idOf<BlobId>('b000', 1)
  const chunks = [await digestOfBytes(Uint8Array.of(1))]
  const card = { blob, subject: hers, compartment: 'casework', size: 1, chunks } as const
  await answerBlob(ports(), worker, { protocol, device: worker.device, card })
  office.memory().blobs.set(blob, { card, chunks: [Uint8Array.of(1)] })
  const request = { protocol, device: worker.device, blob, number: 0 } as const
  expect(await answerFetch(ports(), worker, request)).toMatchObject({ state: 'chunk' })
  await office.askToWipe(worker.device)
  expect(await answerFetch(ports(), worker, request)).toEqual({ state: 'not-there' })
})

test('SYN-3 only what is signed and hers to write is kept for a person, and of one id not without end', async () => {
  const changed = (number: number) => anEntry(worker, 1, hers, { open: { channel: 'phone', number } })
  expect(await answerTo(worker, forge(changed(0), worker.member))).toEqual({ reason: 'bad-signature' })
  expect(await answerTo(worker, anEntry(worker, 1, foreign))).toEqual({ reason: 'unknown-subject' })
  expect(await aside()).toEqual([])
  for (let number = 1; number < 20; number += 1) {
    expect(await answerTo(worker, changed(number))).toEqual({ reason: 'other-bytes' })
  }
  expect(await aside()).toHaveLength(8)
})

test('SYN-10 no case begins by something else than its opening, also when that is pushed beside a refused one', async () => {
  const taken = opening(worker, 40, nowhere, 'C-2')
  const forged = { ...taken, entry: forge(taken.entry, worker.member) }
  for (const refused of [taken, forged]) {
    const answer = await push(worker, [refused, { entry: anEntry(worker, 41, nowhere), subjectCode: 'C-3' }])
    expect(answer.outcomes).toMatchObject([{ state: 'refused' }, { refusal: { reason: 'unknown-subject' } }])
  }
})

test('SYN-10 nobody is named as the author of what somebody else pushes, also not by way of a line list', async () => {
  const faults = { reason: 'faults' }
  expect(await answerTo(worker, anEntry(worker, 50, hers, { author: other.author }))).toMatchObject(faults)
  const row = { author: other.author, rowId: 'R-1' }
  expect(await answerTo(worker, anEntry(worker, 51, hers, row))).toMatchObject(faults)
  expect(await answerTo(worker, anEntry(worker, 52, hers, { rowId: 'R-1' }))).toMatchObject(faults)
})

test('SYN-10 an entry has the parts of its form and no others, whatever they are called', async () => {
  const sealed = sealedParts(idOf('8000', 60), [{ compartment: 'casework', version: 1, key: 'k' as never }])
  const smuggled = [
    anEntry(worker, 60, hers, { sealed: JSON.parse(`{"__proto__":${canonicalJson(sealed.casework)}}`) }),
    anEntry(worker, 60, hers, { version: 99, open: JSON.parse('{"__proto__":{"reached":"survivor"}}') }),
    anEntry(worker, 60, hers, { version: 99, open: { note: 'a\u0000b' } }),
  ]
  for (const entry of smuggled) expect(await answerTo(worker, entry)).toMatchObject({ reason: 'faults' })
  // Nobody is hindered from writing about either.
  const told = {
    version: 99,
    open: { channel: 'home_visit', reached: 'survivor', note: '"__proto__": \\u0000' },
  }
  expect(await answerTo(worker, anEntry(worker, 61, hers, told))).toBe('stored')
})

test('SYN-10 an entry that is malformed in any of its ids is refused, and what travels with it is taken', async () => {
  const asked: unknown[] = []
  const noted = <Id>(ids: readonly Id[]): readonly Id[] => {
    asked.push(...ids)
    return ids
  }
  const { store } = office
  const watching = {
    ...ports(),
    store: {
      transact: ((actor, work) =>
        store.transact(actor, (tx) =>
          work({
            ...tx,
            findStored: (ids) => tx.findStored(noted(ids)),
            findSubjects: (ids) => tx.findSubjects(noted(ids)),
          }),
        )) as typeof store.transact,
    },
  }
  const bad = [
    { ...anEntry(worker, 70, hers), subject: { type: 'case', id: "' or 1=1" } },
    { ...anEntry(worker, 71, hers), amends: 'x' },
    { ...anEntry(worker, 72, hers), settles: 'x' },
    { ...anEntry(worker, 73, hers), recordedAt: '2026-02-31T00:00:00.000Z' },
    { ...anEntry(worker, 74, hers), recordedAt: '0000-01-01T00:00:00.000Z' },
  ] as unknown as Entry[]
  const submissions = [...bad, anEntry(worker, 75, hers)].map((entry) => ({ entry }))
  const request = { protocol, device: worker.device, submissions, keys: [], wraps: [], reads: [] } as const
  const { outcomes } = await answerPush(watching, worker, request)
  expect(outcomes.map(({ state }) => state)).toEqual([...bad.map(() => 'refused'), 'stored'])
  expect(asked.filter((id) => !/^[0-9a-f-]{36}$/.test(String(id)))).toEqual([])
})

test('SYN-10 a clock that lies by thousands of years opens nothing before its time or after the world', async () => {
  const hello = (clock: string) =>
    answerHello(ports(), worker, {
      protocol,
      device: worker.device,
      appVersion: '9',
      clock,
      unsynced: 0,
    } as HelloRequest)
  await hello('1900-01-01T00:00:00.000Z')
  await push(worker, [
    {
      ...opening(worker, 80, nowhere, 'C-8'),
      entry: sign(
        { ...opening(worker, 80, nowhere, 'C-8').entry, recordedAt: '2199-01-01T00:00:00.000Z' as Instant },
        worker.member,
      ),
    },
  ])
  await hello('2199-01-01T00:00:00.000Z')
  const early = opening(worker, 81, idOf('9000', 4), 'C-9')
  await push(worker, [
    {
      ...early,
      entry: sign({ ...early.entry, recordedAt: '1900-01-01T00:00:00.000Z' as Instant }, worker.member),
    },
  ])
  const assignments = (await office.readBook()).get(worker.member)?.assignments.map(({ from }) => from)
  expect(assignments?.slice(-2)).toEqual([now, '1970-01-01T00:00:00.000Z'])
})
