import { randomBytes, randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { syncRoutes } from '@sathi/contract/sync'
import { type Box, canonicalJson, type Entry, type SubjectId } from '@sathi/domain'
import { signEntry } from '@sathi/sealing'
import { largestChunk, type PushRequest, protocol } from '@sathi/sync'
import { expect, test } from 'vitest'
import { anEntry } from '../../../domain/src/journal/builders.ts'
import { type AtWork, aBrowser, anOffice, judged, saidNo } from '../sign-in/testing/an-office.ts'
import { digestOfBytes } from './verify-signature.ts'

type Office = Awaited<ReturnType<typeof anOffice>>

let number = 0

async function signed(office: Office, { person, device }: AtWork, about: Partial<Entry>): Promise<Entry> {
  number += 1
  const entry = anEntry(number, { author: person.code, device: device.id, ...about })
  const by = { by: person.id, key: 1 }
  const signature = await signEntry(entry as never, office.orgId, by, person.keys.signing, canonicalJson)
  return { ...entry, signed: signature } as Entry
}

function aCase() {
  return { type: 'case', id: randomUUID().replace(/-4/, '-7') as string as SubjectId } as const
}

const openingOf = (subject: Entry['subject']): Partial<Entry> => ({
  kind: 'case_opened',
  subject,
  occurredOn: '2021-01-05' as Entry['occurredOn'],
  open: { pathway: 'shelter', gender: 'Feminine', is_child: 'no' },
})

function pushOf({ device }: AtWork, parts: Partial<PushRequest>) {
  return { protocol, device: device.id, submissions: [], keys: [], wraps: [], reads: [], ...parts }
}

type Change = { readonly change: string; readonly card?: { readonly member: string } }
const isEntry = ({ change }: Change): boolean => change === 'entry'

const pullOf = ({ device }: AtWork, cursor: string | null = null) => ({
  protocol,
  device: device.id,
  appVersion: '9',
  cursor,
  epoch: null,
  limit: 500,
})

/** A first page; that her standing changed when she was approved makes a device begin again once. */
async function firstPage(worker: AtWork): Promise<{ changes: Change[]; cursor: string }> {
  const first = (await worker.browser.ask('POST', '/api/sync/pull', pullOf(worker))).json()
  expect(first).toMatchObject({ state: 'begin-again', why: 'roles-changed' })
  return (await worker.browser.ask('POST', '/api/sync/pull', pullOf(worker, first.cursor))).json()
}

const helloOf = ({ device }: AtWork) => ({
  protocol,
  device: device.id,
  appVersion: '9',
  clock: new Date().toISOString(),
  unsynced: 0,
})

test('OFC-11 every route of sync answers what the contract says', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const lead = await office.member('su-01', ['supervisor'])
  const ask = worker.browser.ask
  expect((await ask('POST', '/api/sync/hello', helloOf(worker))).json()).toMatchObject({ state: 'ok' })
  const subject = aCase()
  const chunk = randomBytes(5_000)
  const card = {
    blob: randomUUID(),
    subject: subject.id,
    compartment: 'casework',
    size: chunk.length,
    chunks: [await digestOfBytes(chunk)],
  }
  const announced = { protocol, device: worker.device.id, card }
  expect((await ask('POST', '/api/sync/blobs', announced)).json()).toEqual({ state: 'have', have: 0 })
  const at = `/api/sync/blobs/${card.blob}`
  const mine = `?device=${worker.device.id}`
  const bytes = { 'content-type': 'application/octet-stream' }
  expect((await ask('PUT', `${at}/chunks/0${mine}`, chunk, bytes)).json()).toEqual({
    state: 'have',
    have: 1,
  })
  const key = {
    subject: subject.id,
    compartment: 'casework',
    version: 1,
    wraps: [
      { holder: worker.person.id, wrap: 'w'.repeat(150) },
      { holder: 'recovery', wrap: 'r'.repeat(150) },
    ],
  } as PushRequest['keys'][number]
  const box = randomBytes(80).toString('base64url') as Box
  const entry = await signed(office, worker, {
    ...openingOf(subject),
    sealed: { casework: { keyVersion: 1, box } },
  })
  const pushed = await ask(
    'POST',
    '/api/sync/push',
    pushOf(worker, {
      submissions: [{ entry, subjectCode: 'C-1', blobs: [card.blob as never] }],
      keys: [key],
    }),
  )
  expect(pushed.json().outcomes).toEqual([{ id: entry.id, state: 'stored', position: 1 }])
  const page = await firstPage(worker)
  expect(page.changes).toContainEqual(
    expect.objectContaining({ change: 'entry', position: 1, entry, subjectCode: 'C-1' }),
  )
  expect(page.changes).toContainEqual(expect.objectContaining({ change: 'wrap', wrap: 'w'.repeat(150) }))
  const cards = page.changes.filter(({ change }) => change === 'member')
  expect(cards.map(({ card: shown }) => shown?.member)).toContain(worker.person.id)
  expect((await ask('GET', at + mine)).json()).toEqual(card)
  expect((await ask('GET', `${at}/chunks/0${mine}`)).rawPayload).toEqual(chunk)

  // Another's case is not there, nor is its file.
  const otherPage = await firstPage(lead)
  expect(JSON.stringify(otherPage.changes.filter(isEntry))).not.toContain(subject.id)
  expect(JSON.stringify(otherPage)).not.toContain('case_opened')
  const others = `?device=${lead.device.id}`
  expect(saidNo(await lead.browser.ask('GET', at + others))).toBe('not-there')
  expect(saidNo(await lead.browser.ask('GET', `${at}/chunks/0${others}`))).toBe('not-there')

  // Other words under the same id wait for a person, who sees them when she is on the case.
  const { signed: _, ...unsigned } = entry
  const other = await signed(office, worker, {
    ...unsigned,
    open: { ...entry.open, gender: 'Masculine' },
  })
  const refused = await ask('POST', '/api/sync/push', pushOf(worker, { submissions: [{ entry: other }] }))
  expect(refused.json().outcomes).toMatchObject([{ state: 'refused', refusal: { reason: 'other-bytes' } }])
  const look = async () => (await lead.browser.ask('GET', '/api/quarantine')).json().waiting
  expect(await look()).toMatchObject([{ id: entry.id, why: 'other-bytes', author: 'cw-01', entry: null }])
  await lead.browser.ask('POST', '/api/assignments', {
    id: randomUUID(),
    member: lead.person.id,
    subject: subject.id,
    as: null,
    from: null,
    until: null,
  })
  const [waiting] = await look()
  expect(waiting).toMatchObject({ subjectCode: 'C-1', entry: { open: { gender: 'Masculine' } } })
  const { digest } = waiting
  const settling = `/api/quarantine/${entry.id}`
  expect((await lead.browser.ask('POST', `${settling}/taking`, { digest })).json()).toMatchObject({
    state: 'refused',
    refusal: { reason: 'other-bytes' },
  })
  expect(saidNo(await ask('POST', `${settling}/taking`, { digest }))).toBe('not-yours-to-do')
  const aside = { digest, reason: 'not-so' }
  expect((await lead.browser.ask('POST', `${settling}/setting-aside`, aside)).json()).toEqual({
    state: 'set-aside',
  })
  expect(saidNo(await lead.browser.ask('POST', `${settling}/setting-aside`, aside))).toBe('overtaken')
  expect(await look()).toEqual([])
  expect(await office.told()).toContainEqual(
    expect.objectContaining({ name: 'quarantine_settled', by: lead.person.id }),
  )

  await aBrowser(office.app).ask('POST', '/api/sync/wiped', { protocol, device: worker.device.id })
  expect((await ask('POST', '/api/sync/hello', helloOf(worker))).json()).toMatchObject({ state: 'ok' })
  expect(syncRoutes.filter((route) => !judged.has(route)).map(({ path }) => path)).toEqual([])
})

test('OFC-12 an entry is taken by the key that its signer was vouched for with, and by no other', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const other = await office.member('cw-02')
  const subject = aCase()
  const good = await signed(office, worker, openingOf(subject))
  const refusalOf = async (entry: Entry) => {
    const submissions = [{ entry, subjectCode: 'C-1' }]
    const answer = await worker.browser.ask('POST', '/api/sync/push', pushOf(worker, { submissions }))
    const [outcome] = answer.json().outcomes
    return outcome.refusal?.reason ?? outcome.state
  }
  const byOther = await signed(
    office,
    { ...worker, person: { ...other.person, code: 'cw-01' } },
    openingOf(subject),
  )
  const { signed: signature = { by: worker.person.id, key: 1, signature: '' }, ...bare } = good
  expect(await refusalOf(bare)).toBe('not-signed')
  expect(await refusalOf(byOther)).toBe('bad-signature')
  expect(await refusalOf({ ...good, occurredOn: '2021-01-06' as never })).toBe('bad-signature')
  expect(await refusalOf({ ...good, signed: { ...signature, key: 2 } })).toBe('bad-signature')
  expect(await refusalOf(good)).toBe('stored')
  expect(await refusalOf(good)).toBe('already-stored')
})

test('OFC-11 a device is answered on its own session alone', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const other = await office.member('cw-02')
  const stranger = aBrowser(office.app)
  for (const [url, body] of [
    ['push', pushOf(worker, {})],
    ['pull', pullOf(worker)],
    ['hello', helloOf(worker)],
  ] as const) {
    expect(saidNo(await stranger.ask('POST', `/api/sync/${url}`, body))).toBe('not-signed-in')
    expect(saidNo(await other.browser.ask('POST', `/api/sync/${url}`, body))).toBe('not-understood')
  }
  const elsewhere = await worker.browser.ask('POST', '/api/sync/pull', pullOf(worker), {
    origin: 'https://elsewhere.example',
    'sec-fetch-site': 'cross-site',
  })
  expect(saidNo(elsewhere)).toBe('foreign-page')
})

test('OFC-11 a device that is to lock or to erase itself is told so though its sessions have ended', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { browser, device } = worker
  const ask = office.lead.browser.ask
  await ask('POST', `/api/devices/${device.id}/lock`)
  expect(saidNo(await browser.ask('POST', '/api/sync/pull', pullOf(worker)))).toBe('not-signed-in')
  expect((await browser.ask('POST', '/api/sync/hello', helloOf(worker))).json()).toEqual({
    state: 'locked',
    reason: 'device-locked',
  })
  await ask('POST', `/api/devices/${device.id}/wipe`)
  expect((await browser.ask('POST', '/api/sync/hello', helloOf(worker))).json()).toEqual({ state: 'wipe' })
  await browser.ask('POST', '/api/sync/wiped', { protocol, device: device.id })
  expect(await office.rows(`select state from app.device where id = '${device.id}'`)).toEqual([
    { state: 'wiped' },
  ])
  const second = await office.member('cw-02')
  await ask('POST', `/api/members/${second.person.id}/suspension`, { reason: 'lost_device' })
  expect((await second.browser.ask('POST', '/api/sync/hello', helloOf(second))).json()).toEqual({
    state: 'locked',
    reason: 'member-suspended',
  })
  expect(saidNo(await second.browser.ask('POST', '/api/sync/push', pushOf(second, {})))).toBe('not-signed-in')
})

test('OFC-11 a message of more than its entries or bytes is refused whole, and a long answer is packed', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const subject = aCase()
  const opened = await signed(office, worker, openingOf(subject))
  const crowd = pushOf(worker, { submissions: Array.from({ length: 501 }, () => ({ entry: opened })) })
  expect((await worker.browser.ask('POST', '/api/sync/push', crowd)).statusCode).toBe(400)
  const long = { ...opened, open: { ...opened.open, note: 'x'.repeat(1_048_576) } }
  const heavy = await worker.browser.ask(
    'POST',
    '/api/sync/push',
    pushOf(worker, { submissions: [{ entry: long }] }),
  )
  expect(saidNo(heavy)).toBe('too-large')
  const submissions = [{ entry: opened, subjectCode: 'C-1' }]
  for (let index = 0; index < 40; index += 1) {
    submissions.push({ entry: await signed(office, worker, { subject }) } as never)
  }
  const packs = { 'accept-encoding': 'gzip, br' }
  await worker.browser.ask('POST', '/api/sync/push', pushOf(worker, { submissions }))
  const { cursor } = (await worker.browser.ask('POST', '/api/sync/pull', pullOf(worker))).json()
  const plain = await worker.browser.ask('POST', '/api/sync/pull', pullOf(worker, cursor))
  expect(plain.headers['content-encoding']).toBeUndefined()
  const packed = await office.app.inject({
    method: 'POST',
    url: '/api/sync/pull',
    headers: {
      ...packs,
      host: 'localhost:7284',
      origin: 'http://localhost:7284',
      cookie: worker.browser.cookie,
    },
    payload: pullOf(worker, cursor),
  })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.json())
  expect(packed.rawPayload.length * 2).toBeLessThan(plain.rawPayload.length)
})

test('OFC-10 a chunk is no longer than it may be, and is the one that was announced', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const [first, second] = [randomBytes(300), randomBytes(200)]
  const card = {
    blob: randomUUID(),
    subject: aCase().id,
    compartment: 'casework',
    size: 500,
    chunks: [await digestOfBytes(first), await digestOfBytes(second)],
  }
  const { ask } = worker.browser
  const announce = async () =>
    (await ask('POST', '/api/sync/blobs', { protocol, device: worker.device.id, card })).json()
  const bytes = { 'content-type': 'application/octet-stream' }
  const send = (at: number, chunk: Buffer) =>
    ask('PUT', `/api/sync/blobs/${card.blob}/chunks/${at}?device=${worker.device.id}`, chunk, bytes)
  expect((await send(0, first)).json()).toMatchObject({ refusal: { reason: 'unknown-blob' } })
  await announce()
  expect((await send(0, second)).json()).toMatchObject({ refusal: { reason: 'other-digest' } })
  expect((await send(1, second)).json()).toEqual({ state: 'have', have: 0 })
  expect((await send(0, first)).json()).toEqual({ state: 'have', have: 1 })
  expect((await send(0, first)).json()).toEqual({ state: 'have', have: 1 })
  expect(await announce()).toEqual({ state: 'have', have: 1 })
  expect((await send(1, second)).json()).toEqual({ state: 'have', have: 2 })
  expect(saidNo(await send(1, randomBytes(largestChunk + 1)))).toBe('too-large')
  expect(saidNo(await send(1, Buffer.alloc(0)))).toBe('not-understood')
})

test('OFC-10 what is more than the organisation has room for, or than one member leaves unfinished, is not begun', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const announce = async (size: number) => {
    const chunks = Array.from({ length: 256 }, () => 'c'.repeat(43))
    const card = { blob: randomUUID(), subject: aCase().id, compartment: 'casework', size, chunks }
    const asked = { protocol, device: worker.device.id, card }
    return (await worker.browser.ask('POST', '/api/sync/blobs', asked)).json().state
  }
  const largest = largestChunk * 256
  const answers: string[] = []
  for (let file = 0; file < 9; file += 1) answers.push(await announce(largest))
  expect(answers).toEqual([...Array.from({ length: 7 }, () => 'have'), 'refused', 'refused'])
  expect(await announce(1_000)).toBe('have')
})
