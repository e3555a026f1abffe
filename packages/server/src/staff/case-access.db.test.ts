import { randomUUID } from 'node:crypto'
import type { SubjectId } from '@sathi/domain'
import type { Role } from '@sathi/domain/staff'
import { expect, test } from 'vitest'
import { appendEntries } from '../journal/index.ts'
import { opening } from '../journal/testing/an-organisation.ts'
import { type AtWork, actorOf, anOffice, saidNo } from '../sign-in/testing/an-office.ts'
import { findAccess } from './access-of.ts'
import { assignOpenedCase } from './assign-case.ts'
import { settleElapsedAccess } from './settle-elapsed-access.ts'

type Office = Awaited<ReturnType<typeof anOffice>>
const hour = 3_600_000

async function withCases() {
  const office = await anOffice()
  const orgId = office.orgId as never
  const submissions = [opening(1, 1), opening(2, 2)]
  await office.store.database.withTransaction({ orgId }, (tx) => appendEntries(tx, submissions))
  const [first, second] = submissions.map(({ entry }) => entry.subject.id) as [SubjectId, SubjectId]
  const supervisor = await office.member('sup-01', ['supervisor'])
  const worker = await office.member('cw-01')
  return { office, orgId, first, second, supervisor, worker }
}

function assign(
  by: AtWork,
  to: AtWork,
  subject: SubjectId,
  about: { as?: Role | null; from?: string | null; until?: string | null } = {},
) {
  const body = {
    id: randomUUID(),
    member: to.person.id,
    subject,
    as: null,
    from: null,
    until: null,
    ...about,
  }
  return by.browser.ask('POST', '/api/assignments', body)
}

async function eventsFor(office: Office, { person }: AtWork): Promise<string[]> {
  const rows = (await office.rows(
    `select event from app.access_event where member_id = '${person.id}' order by n`,
  )) as { event: { event: string; subject?: { id: string } } }[]
  return rows.filter(({ event }) => event.subject).map(({ event }) => `${event.event} ${event.subject?.id}`)
}

const later = (ms: number): string => new Date(Date.now() + ms).toISOString()

test('STF-8 a case is given and taken by those whose duty it is, and devices are told', async () => {
  const { office, first, supervisor, worker } = await withCases()
  expect(saidNo(await assign(worker, worker, first))).toBe('not-yours-to-do')
  const given = await assign(supervisor, worker, first)
  expect(saidNo(given)).toBe(201)
  expect(saidNo(await assign(supervisor, worker, first))).toBe('overtaken')
  expect(saidNo(await assign(supervisor, worker, randomUUID() as SubjectId))).toBe('not-there')
  expect(saidNo(await assign(supervisor, worker, first, { as: 'peer_mentor' }))).toBe('not-understood')
  const end = `/api/assignments/${given.json().id}/end`
  expect(saidNo(await worker.browser.ask('POST', end))).toBe('not-yours-to-do')
  expect(saidNo(await supervisor.browser.ask('POST', end))).toBe(200)
  expect(saidNo(await supervisor.browser.ask('POST', end))).toBe('overtaken')
  expect(await eventsFor(office, worker)).toEqual([`granted ${first}`, `revoked ${first}`])
  expect((await office.told()).slice(-2)).toMatchObject([
    { name: 'case_assigned', by: supervisor.person.id, fields: { case: first, member: worker.person.id } },
    { name: 'case_unassigned', by: supervisor.person.id, fields: { case: first } },
  ])
})

test('STF-8 what begins and ends as time passes is told by whoever comes next, once', async () => {
  const { office, orgId, first, supervisor, worker } = await withCases()
  const given = await assign(supervisor, worker, first, { from: later(hour), until: later(3 * hour) })
  expect(given.json()).toMatchObject({ state: 'coming' })
  expect(await eventsFor(office, worker)).toEqual([])
  const settle = (after: number) =>
    office.store.database.withTransaction({ orgId }, (tx) =>
      settleElapsedAccess(tx, new Date(Date.now() + after)),
    )
  await settle(hour / 2)
  expect(await eventsFor(office, worker)).toEqual([])
  await Promise.all([settle(2 * hour), settle(2 * hour), settle(2 * hour)])
  expect(await eventsFor(office, worker)).toEqual([`granted ${first}`])
  await Promise.all([settle(4 * hour), settle(4 * hour)])
  expect(await eventsFor(office, worker)).toEqual([`granted ${first}`, `revoked ${first}`])
  expect((await office.told()).at(-1)).toMatchObject({ name: 'case_unassigned', by: null })
})

test('STF-8 a case that is still hers by another way is not revoked', async () => {
  const { office, first, supervisor } = await withCases()
  const given = await assign(supervisor, supervisor, first)
  const own = await assign(supervisor, supervisor, first, { as: 'supervisor' })
  await supervisor.browser.ask('POST', `/api/assignments/${given.json().id}/end`)
  expect(await eventsFor(office, supervisor)).toEqual([`granted ${first}`])
  await supervisor.browser.ask('POST', `/api/assignments/${own.json().id}/end`)
  expect(await eventsFor(office, supervisor)).toEqual([`granted ${first}`, `revoked ${first}`])
})

test('STF-8 a case that somebody opened is hers from when she wrote its opening', async () => {
  const { office, orgId, first, worker } = await withCases()
  const id = randomUUID() as never
  const from = new Date(Date.now() - 48 * hour)
  const { id: memberId } = worker.person
  for (let times = 0; times < 2; times += 1) {
    await office.store.database.withTransaction({ orgId }, (tx) =>
      assignOpenedCase(tx, { memberId, deviceId: worker.device.id }, { id, subject: first, from }),
    )
  }
  const access = await office.store.database.withTransaction({ orgId }, (tx) => findAccess(tx, memberId))
  expect(access?.assignments).toEqual([{ case: first, from: from.toISOString() }])
  expect(await eventsFor(office, worker)).toEqual([`granted ${first}`])
})

function breakGlass(by: AtWork, subject: SubjectId, holders: readonly AtWork[], hours = 4) {
  const words = holders.map(({ person }) => ({ holder: person.id, box: 'A'.repeat(120) }))
  const body = { id: randomUUID(), subject, reason: 'danger_to_life', words, hours }
  return by.browser.ask('POST', '/api/break-glass', body)
}

test('STF-9 a case is opened in need by those whose duty it is, for hours, with a reason that every lead can read', async () => {
  const { office, orgId, first, supervisor, worker } = await withCases()
  const { lead } = office
  const second = await office.member('dpl-02', ['data_protection_lead'])
  expect(saidNo(await breakGlass(worker, first, [lead, second]))).toBe('not-yours-to-do')
  expect(saidNo(await breakGlass(supervisor, first, [lead]))).toBe('reason-missing')
  expect(saidNo(await breakGlass(supervisor, first, [lead, second], 25))).toBe('not-understood')
  const opened = await breakGlass(supervisor, first, [lead, second])
  expect(saidNo(opened)).toBe(201)
  expect(await eventsFor(office, supervisor)).toEqual([`granted ${first}`])
  expect((await office.told()).at(-1)).toMatchObject({
    name: 'break_glass_opened',
    by: supervisor.person.id,
    fields: { case: first, reason: 'danger_to_life', until: opened.json().until },
  })
  await office.store.database.withTransaction({ orgId }, (tx) =>
    settleElapsedAccess(tx, new Date(Date.now() + 5 * hour)),
  )
  expect(await eventsFor(office, supervisor)).toEqual([`granted ${first}`, `revoked ${first}`])
})

test('STF-9 a lead sees all openings and looks at them, but never at her own', async () => {
  const { office, first, second, supervisor, worker } = await withCases()
  const opened = await breakGlass(supervisor, first, [office.lead])
  const own = await breakGlass(office.lead, second, [supervisor])
  const list = async (who: AtWork) =>
    (await who.browser.ask('GET', '/api/break-glass')).json().openings.length
  expect([await list(office.lead), await list(supervisor), await list(worker)]).toEqual([2, 1, 0])
  const seen = (id: string) => office.lead.browser.ask('POST', `/api/break-glass/${id}/seen`)
  expect(saidNo(await seen(own.json().id))).toBe('not-yours-to-do')
  expect(saidNo(await supervisor.browser.ask('POST', `/api/break-glass/${opened.json().id}/seen`))).toBe(
    'not-there',
  )
  expect((await seen(opened.json().id)).json()).toMatchObject({ seenBy: office.lead.person.id })
  expect(saidNo(await seen(opened.json().id))).toBe('overtaken')
  expect(saidNo(await worker.browser.ask('POST', `/api/break-glass/${opened.json().id}/end`))).toBe(
    'not-there',
  )
  expect(saidNo(await supervisor.browser.ask('POST', `/api/break-glass/${opened.json().id}/end`))).toBe(200)
})

test('STF-10 who may read a case is answered by the rules of the work', async () => {
  const { office, first, second, supervisor, worker } = await withCases()
  const counsellor = await office.member('co-01', ['counsellor'])
  await assign(supervisor, worker, first)
  await assign(supervisor, counsellor, first)
  const readers = async (subject: SubjectId) =>
    (await supervisor.browser.ask('GET', `/api/cases/${subject}/readers`)).json().readers
  const held = new Map(
    (await readers(first)).map((reader: { member: string; holds: object }) => [reader.member, reader.holds]),
  )
  expect(held.get(worker.person.id)).toEqual({ casework: 'in_hand' })
  expect(held.get(counsellor.person.id)).toEqual({ casework: 'in_hand', counselling: 'in_hand' })
  expect(held.get(supervisor.person.id)).toEqual({ casework: 'in_reserve', legal: 'in_reserve' })
  const ofSecond = (await readers(second)).map(({ member }: { member: string }) => member)
  expect(ofSecond).not.toContain(worker.person.id)
  expect(saidNo(await worker.browser.ask('GET', `/api/cases/${first}/readers`))).toBe('not-yours-to-do')
})

test('STF-10 what a member would see is answered by the same rules; of herself anybody may ask', async () => {
  const { first, supervisor, worker } = await withCases()
  await assign(supervisor, worker, first)
  const sight = `/api/members/${worker.person.id}/sight`
  const seen = (await supervisor.browser.ask('GET', sight)).json().sight
  expect(seen).toMatchObject({
    state: 'working',
    roles: ['caseworker'],
    cases: [{ case: first, because: ['assigned'], opens: ['casework'] }],
  })
  expect((await worker.browser.ask('GET', sight)).json().sight).toEqual(seen)
  const others = `/api/members/${supervisor.person.id}/sight`
  expect(saidNo(await worker.browser.ask('GET', others))).toBe('not-yours-to-do')
})

test('STF-13 past roles, cases and suspensions stay on record, to judge what arrives late', async () => {
  const { office, orgId, first, supervisor, worker } = await withCases()
  const given = await assign(supervisor, worker, first)
  await supervisor.browser.ask('POST', `/api/assignments/${given.json().id}/end`)
  const url = `/api/members/${worker.person.id}`
  await office.lead.browser.ask('PUT', `${url}/roles`, { roles: ['counsellor'] })
  await office.lead.browser.ask('POST', `${url}/suspension`, { reason: 'long_leave' })
  await office.lead.browser.ask('POST', `${url}/suspension/end`)
  const access = await office.store.database.withTransaction({ orgId }, (tx) =>
    findAccess(tx, worker.person.id),
  )
  expect(access).toMatchObject({
    member: worker.person.id,
    roles: [
      { role: 'caseworker', until: expect.any(String) },
      { role: 'counsellor', from: expect.any(String) },
    ],
    assignments: [{ case: first, until: expect.any(String) }],
    suspended: [{ from: expect.any(String), until: expect.any(String) }],
  })
  expect(access?.roles[1]?.until).toBeUndefined()
})

test('STF-13 who has made no keys yet reaches nothing, whatever roles she was promised', async () => {
  const { office, orgId } = await withCases()
  const joined = await office.enrolled('dir-02', ['director'])
  const access = await office.store.database.withTransaction({ orgId }, (tx) =>
    findAccess(tx, joined.person.id),
  )
  expect(access?.roles).toEqual([])
  expect(await actorOf(office.app, office.guard, office.lead.browser)).toMatchObject({ code: 'dir-01' })
})
