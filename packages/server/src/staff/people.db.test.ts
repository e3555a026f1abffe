import { expect, test } from 'vitest'
import { aCard, aDevice, anInvitation, aPerson } from '../sign-in/testing/a-person.ts'
import { aBrowser, actorOf, anOffice, saidNo } from '../sign-in/testing/an-office.ts'
import { giveRoles } from './give-roles.ts'

test('STF-1 only those whose duty it is change people, roles and devices of others', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01', ['caseworker', 'me_officer'])
  const other = await office.member('cw-02')
  const { id } = other.person
  const person = await aPerson('cw-03')
  const { lookup } = await anInvitation()
  const invitation = { lookup, hours: 24 }
  const invited = { id: person.id, code: 'cw-03', displayName: 'Invented', roles: ['caseworker'], invitation }
  const tries: ['POST' | 'PUT' | 'GET', string, object | undefined, string][] = [
    ['POST', '/api/members', invited, 'not-yours-to-do'],
    ['PUT', `/api/members/${id}/roles`, { roles: ['director'] }, 'not-yours-to-do'],
    ['POST', `/api/members/${id}/suspension`, { reason: 'other' }, 'not-yours-to-do'],
    ['GET', `/api/members/${id}/keys`, undefined, 'not-yours-to-do'],
    ['POST', `/api/devices/${other.device.id}/lock`, undefined, 'not-there'],
    ['POST', `/api/devices/${other.device.id}/wipe`, undefined, 'not-there'],
    ['GET', '/api/devices', undefined, 'not-yours-to-do'],
    ['GET', `/api/members/${id}/sight`, undefined, 'not-yours-to-do'],
  ]
  for (const [method, url, body, kind] of tries) {
    expect(saidNo(await worker.browser.ask(method, url, body)), url).toBe(kind)
  }
  expect(saidNo(await other.browser.ask('GET', '/api/me'))).toBe(200)
})

test('STF-1 what an actor may is judged at the moment of the act, not of the request', async () => {
  const office = await anOffice()
  const second = await office.member('dir-02', ['director', 'data_protection_lead'])
  const worker = await office.member('cw-01')
  const actor = await actorOf(office.app, office.guard, second.browser)
  await office.lead.browser.ask('PUT', `/api/members/${second.person.id}/roles`, { roles: ['caseworker'] })
  const late = await office.store.database.withTransaction(actor, (tx) =>
    giveRoles(tx, actor, worker.person.id, ['director']),
  )
  expect(late).toEqual({ ok: false, kind: 'not-yours-to-do' })
  await office.lead.browser.ask('POST', `/api/members/${second.person.id}/suspension`, { reason: 'left' })
  const gone = await office.store.database.withTransaction(actor, (tx) =>
    giveRoles(tx, actor, worker.person.id, ['director']),
  )
  expect(gone).toEqual({ ok: false, kind: 'not-signed-in' })
})

test('STF-1 each change is told with what was before', async () => {
  const office = await anOffice()
  const { person } = await office.member('cw-01')
  await office.lead.browser.ask('PUT', `/api/members/${person.id}/roles`, {
    roles: ['supervisor', 'caseworker'],
  })
  await office.lead.browser.ask('POST', `/api/members/${person.id}/suspension`, { reason: 'long_leave' })
  await office.lead.browser.ask('POST', `/api/members/${person.id}/suspension/end`)
  const by = office.lead.person.id
  const member = person.id
  expect((await office.told()).slice(-3)).toMatchObject([
    {
      name: 'roles_changed',
      by,
      fields: { member, roles_before: ['caseworker'], roles: ['caseworker', 'supervisor'] },
    },
    { name: 'member_suspended', by, fields: { member, reason: 'long_leave' } },
    { name: 'member_restored', by, fields: { member } },
  ])
})

test('STF-2 nobody raises herself: not her roles, not her keys, not the device that she sits at', async () => {
  const office = await anOffice()
  const lead = office.lead
  const own = `/api/members/${lead.person.id}`
  expect(saidNo(await lead.browser.ask('PUT', `${own}/roles`, { roles: ['caseworker'] }))).toBe(
    'not-yours-to-do',
  )
  expect(saidNo(await lead.browser.ask('POST', `${own}/suspension`, { reason: 'left' }))).toBe(
    'not-yours-to-do',
  )
  const card = await aCard(lead.person, office.orgId, lead.person)
  expect(saidNo(await lead.browser.ask('PUT', `${own}/card`, card))).toBe('not-yours-to-do')
  const worker = await office.member('cw-01')
  const mine = `/api/members/${worker.person.id}/roles`
  expect(saidNo(await worker.browser.ask('PUT', mine, { roles: ['director'] }))).toBe('not-yours-to-do')
  const approval = `/api/devices/${worker.device.id}/approval`
  expect(saidNo(await worker.browser.ask('POST', approval))).toBe('not-yours-to-do')
  expect((await worker.browser.ask('GET', '/api/me')).json().roles).toEqual(['caseworker'])
})

test('STF-3 an invitation opens once, also for two who come at the same moment', async () => {
  const office = await anOffice()
  const { person, invitation } = await office.invite('cw-01')
  const thief = await aPerson('cw-01')
  const enrolments = await Promise.all(
    [person, { ...thief, id: person.id }].map((who) =>
      invitation.enrolment(who, office.orgId, office.recovery.publicKey),
    ),
  )
  const use = (body: object) =>
    aBrowser(office.app).ask('POST', '/api/invitations/use', { ...body, device: aDevice() })
  const said = await Promise.all(enrolments.map(use))
  expect(said.map(saidNo).sort()).toEqual([201, 'invitation-void'])
  for (const enrolment of enrolments) expect(saidNo(await use(enrolment))).toBe('invitation-void')
  expect(await office.rows('select count(*)::int as n from app.member_key')).toEqual([{ n: 2 }])
})

test('STF-3 a link that is too old, was replaced or was never made opens nothing, and says no more', async () => {
  const office = await anOffice()
  const old = await office.invite('cw-01')
  await office.rows("update app.invitation set expires_at = now() - interval '1 second' returning 1")
  const replaced = await office.invite('cw-02')
  const { lookup } = await anInvitation()
  const again = `/api/members/${replaced.person.id}/invitation`
  expect(saidNo(await office.lead.browser.ask('PUT', again, { lookup, hours: 1 }))).toBe(200)
  const find = (one: string) => aBrowser(office.app).ask('POST', '/api/invitations/find', { lookup: one })
  const answers = []
  for (const { invitation } of [old, replaced]) answers.push(await find(invitation.lookup))
  answers.push(await find((await anInvitation()).lookup))
  expect(answers.map(saidNo)).toEqual(Array(3).fill('invitation-void'))
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect((await find(lookup)).json()).toMatchObject({
    organisation: { id: office.orgId },
    member: { code: 'cw-02', roles: ['caseworker'] },
    keyNumber: 1,
    recoveryPublicKey: office.recovery.publicKey,
  })
  for (const { person, invitation } of [old, replaced]) {
    const body = await invitation.enrolment(person, office.orgId, office.recovery.publicKey)
    const late = await aBrowser(office.app).ask('POST', '/api/invitations/use', {
      ...body,
      device: aDevice(),
    })
    expect(saidNo(late)).toBe('invitation-void')
  }
})

test('STF-3 a code is one member: not twice, not in capitals', async () => {
  const office = await anOffice()
  expect(saidNo((await office.invite('cw-01')).said)).toBe(201)
  expect(saidNo((await office.invite('cw-01')).said)).toBe('code-taken')
  expect(saidNo((await office.invite('CW-01')).said)).toBe('code-taken')
  for (const code of ['cw 01', 'কর্মী', '-cw', `c${'w'.repeat(40)}`]) {
    expect(saidNo((await office.invite(code)).said), code).toBe('not-understood')
  }
})

test('STF-4 a forged card is refused, whatever of it is forged', async () => {
  const office = await anOffice()
  const { person, browser } = await office.enrolled('cw-01')
  const { person: lead } = office.lead
  const stranger = await aPerson('cw-01')
  const second = await office.member('dir-02', ['director'])
  const good = await aCard(person, office.orgId, lead)
  const forged = {
    'signed by nobody of ours': {
      ...good,
      signature: (await aCard(person, office.orgId, stranger)).signature,
    },
    'signed by herself': await aCard(person, office.orgId, person),
    'in the name of another approver': await aCard(person, office.orgId, second.person),
    'for another organisation': await aCard(person, lead.id, lead),
    'for other keys': await aCard({ ...stranger, id: person.id }, office.orgId, lead),
    'for another code': await aCard({ ...person, code: 'dir-09' }, office.orgId, lead),
    'for another member': await aCard(second.person, office.orgId, lead),
    'for other key numbers': { ...good, keyNumber: 2 },
  }
  const approve = (card: object) => office.lead.browser.ask('PUT', `/api/members/${person.id}/card`, card)
  for (const [what, card] of Object.entries(forged)) {
    expect(saidNo(await approve(card)), what).toBe('card-refused')
  }
  expect(saidNo(await browser.ask('GET', '/api/me/keys'))).toBe('waits-for-approval')
  const keys = (await office.lead.browser.ask('GET', `/api/members/${person.id}/keys`)).json()
  expect(keys).toMatchObject({ keyNumber: 1, ...person.keys.public })
  expect(saidNo(await approve(good))).toBe(200)
  expect(saidNo(await approve(good))).toBe('overtaken')
  expect(saidNo(await browser.ask('GET', '/api/me/keys'))).toBe(200)
})

test('STF-5 a new device is approved by another of hers or by the data-protection lead', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const neighbour = await office.member('cw-02')
  const phones = [aDevice('First'), aDevice('Second')] as const
  for (const phone of phones) await office.signIn(worker, phone)
  const approve = (who: typeof worker, at: number) =>
    who.browser.ask('POST', `/api/devices/${phones[at]?.id}/approval`)
  expect(saidNo(await approve(neighbour, 0))).toBe('not-there')
  expect(saidNo(await approve(worker, 0))).toBe(200)
  expect(saidNo(await approve(office.lead, 1))).toBe(200)
  const { devices } = (await worker.browser.ask('GET', '/api/me/devices')).json()
  expect(devices.map(({ approvedBy }: { approvedBy: string }) => approvedBy)).toEqual([
    office.lead.person.id,
    worker.person.id,
    office.lead.person.id,
  ])
})

test('STF-5 a lost device is locked or wiped from another, and is back only as a new one', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const phone = aDevice('Lost')
  const { browser } = await office.signIn(worker, phone)
  await worker.browser.ask('POST', `/api/devices/${phone.id}/approval`)
  expect(saidNo(await worker.browser.ask('POST', `/api/devices/${phone.id}/wipe`))).toBe(200)
  expect(saidNo(await browser.ask('GET', '/api/me'))).toBe('not-signed-in')
  expect(saidNo(await worker.browser.ask('POST', `/api/devices/${phone.id}/approval`))).toBe('overtaken')
  const again = await office.signIn(worker, phone)
  expect(again.said.json()).toMatchObject({ deviceState: 'wiping' })
  expect(saidNo(await again.browser.ask('GET', '/api/me/keys'))).toBe('device-waits')
})

test('STF-6 a suspended member is out at once, and her devices learn of it', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { browser: second } = await office.signIn(worker, worker.device)
  const url = `/api/members/${worker.person.id}/suspension`
  expect(saidNo(await office.lead.browser.ask('POST', url, { reason: 'lost_device' }))).toBe(200)
  for (const browser of [worker.browser, second]) {
    expect(saidNo(await browser.ask('GET', '/api/me'))).toBe('not-signed-in')
  }
  expect(await office.rows(`select id from auth.session where member_id = '${worker.person.id}'`)).toEqual([])
  const [event] = await office.rows('select member_id, event from app.access_event order by n desc limit 1')
  expect(event).toEqual({
    member_id: worker.person.id,
    event: { event: 'standing', member: worker.person.id, state: 'suspended' },
  })
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe('sign-in-refused')
  expect(saidNo(await office.lead.browser.ask('POST', `${url}/end`))).toBe(200)
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe(200)
})

test('STF-6 who was suspended before anybody vouched for her keys is not active by being let back in', async () => {
  const office = await anOffice()
  const joined = await office.enrolled('cw-01')
  const invited = await office.invite('cw-02')
  for (const [id, state] of [
    [joined.person.id, 'enrolled'],
    [invited.person.id, 'invited'],
  ] as const) {
    const url = `/api/members/${id}/suspension`
    expect(saidNo(await office.lead.browser.ask('POST', url, { reason: 'other' }))).toBe(200)
    expect((await office.lead.browser.ask('POST', `${url}/end`)).json()).toMatchObject({ state })
  }
  const { lookup } = invited.invitation
  const find = await aBrowser(office.app).ask('POST', '/api/invitations/find', { lookup })
  expect(saidNo(find)).toBe('invitation-void')
})

test('STF-7 the last data-protection lead keeps her role and is not suspended', async () => {
  const office = await anOffice()
  const director = await office.member('dir-02', ['director'])
  const lead = `/api/members/${office.lead.person.id}`
  const ask = (url: string, body: object, method: 'PUT' | 'POST') => director.browser.ask(method, url, body)
  expect(saidNo(await ask(`${lead}/roles`, { roles: ['caseworker'] }, 'PUT'))).toBe('last-lead')
  expect(saidNo(await ask(`${lead}/suspension`, { reason: 'left' }, 'POST'))).toBe('last-lead')
  expect((await office.lead.browser.ask('GET', '/api/me')).json().roles).toContain('data_protection_lead')
  await office.member('dpl-02', ['data_protection_lead'])
  expect(saidNo(await ask(`${lead}/roles`, { roles: ['caseworker'] }, 'PUT'))).toBe(200)
})

test('STF-7 two leads who suspend each other at the same moment do not leave the organisation without one', async () => {
  const office = await anOffice()
  const second = await office.member('dpl-02', ['data_protection_lead', 'director'])
  const said = await Promise.all([
    office.lead.browser.ask('POST', `/api/members/${second.person.id}/suspension`, { reason: 'other' }),
    second.browser.ask('POST', `/api/members/${office.lead.person.id}/suspension`, { reason: 'other' }),
  ])
  expect(said.map(saidNo).sort()).toEqual([200, 'not-signed-in'])
})
