import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anotherOrganisation } from '../journal/testing/an-organisation.ts'
import type { DeviceId } from '../staff/index.ts'
import { aDevice } from './testing/a-person.ts'
import { aBrowser, actorOf, anOffice, saidNo } from './testing/an-office.ts'

test('SGN-3 neither what was derived from a passphrase nor a token stands in the database', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const stored = JSON.stringify([
    await office.rows('select * from auth.credential'),
    await office.rows('select * from auth.session'),
    await office.rows(
      'select encode(token_hash, $$base64$$), encode(verifier, $$base64$$) from auth.session, auth.credential',
    ),
  ])
  const token = worker.browser.cookie.split('.')[1] ?? ''
  expect(token).toHaveLength(43)
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(worker.person.signInSecret)
  for (const secret of [token, worker.person.signInSecret]) {
    const bytes = Buffer.from(secret, 'base64url').toString('base64').slice(0, 40)
    expect(stored).not.toContain(bytes)
  }
})

test('SGN-5 a token from outside is never taken up: each sign-in has a new one and ends the one before', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const planted = aBrowser(office.app)
  planted.cookie = `session=${office.orgId}.${'A'.repeat(43)}`
  await office.signIn(worker, worker.device, planted)
  expect(planted.cookie).not.toContain('A'.repeat(43))
  const before = planted.cookie
  await office.signIn(worker, worker.device, planted)
  expect(planted.cookie).not.toBe(before)
  const old = aBrowser(office.app)
  old.cookie = before
  expect(saidNo(await old.ask('GET', '/api/me'))).toBe('not-signed-in')
  expect(saidNo(await planted.ask('GET', '/api/me'))).toBe(200)
})

test('SGN-5 two cookies of one name are none', async () => {
  const office = await anOffice()
  const { browser } = office.lead
  const planted = aBrowser(office.app)
  planted.cookie = `session=x; ${browser.cookie}`
  expect(saidNo(await planted.ask('GET', '/api/me'))).toBe('not-signed-in')
})

test('SGN-6 a session ends by itself: twelve hours after it was last used, seven days after it began', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const age = (column: string, by: string) =>
    office.rows(
      `update auth.session set ${column} = ${column} - interval '${by}' where member_id = '${worker.person.id}' returning 1`,
    )
  const ask = async () => saidNo(await worker.browser.ask('GET', '/api/me'))
  await age('seen_at', '11 hours 59 minutes')
  expect(await ask()).toBe(200)
  // It was used just now.
  await age('seen_at', '11 hours 59 minutes')
  expect(await ask()).toBe(200)
  await age('seen_at', '12 hours 1 minute')
  expect(await ask()).toBe('not-signed-in')
  await office.signIn(worker, worker.device, worker.browser)
  await age('ends_at', '6 days 23 hours')
  expect(await ask()).toBe(200)
  await age('ends_at', '1 hour 1 minute')
  expect(await ask()).toBe('not-signed-in')
})

test('SGN-6 its member sees her sessions and ends them, and nobody else does', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { browser: second } = await office.signIn(worker, worker.device)
  const { sessions } = (await worker.browser.ask('GET', '/api/me/sessions')).json()
  expect(sessions).toHaveLength(2)
  const other = sessions.find((session: { thisOne: boolean }) => !session.thisOne)
  const end = `/api/me/sessions/${other.id}/end`
  expect(saidNo(await office.lead.browser.ask('POST', end))).toBe('not-there')
  expect(saidNo(await second.ask('GET', '/api/me'))).toBe(200)
  expect(saidNo(await worker.browser.ask('POST', end))).toBe(200)
  expect(saidNo(await second.ask('GET', '/api/me'))).toBe('not-signed-in')
  expect(saidNo(await worker.browser.ask('POST', '/api/sign-out'))).toBe(200)
  expect(saidNo(await worker.browser.ask('GET', '/api/me'))).toBe('not-signed-in')
})

test('SGN-7 what changes anything is refused to a page of elsewhere, cookie or not', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const url = `/api/members/${worker.person.id}/suspension`
  const { browser } = office.lead
  const foreign = [
    { origin: 'https://rescue.example' },
    { origin: 'null' },
    { origin: 'http://localhost:7284.rescue.example' },
    { origin: 'https://localhost:7284' },
  ]
  for (const headers of foreign) {
    const said = await browser.ask('POST', url, { reason: 'left' }, headers)
    expect(saidNo(said), headers.origin).toBe('foreign-page')
  }
  const { code, signInSecret: secret } = worker.person
  const signIn = { code, secret, device: worker.device }
  const said = await aBrowser(office.app).ask('POST', '/api/sign-in', signIn, foreign[0])
  expect(saidNo(said)).toBe('foreign-page')
  expect(said.headers['set-cookie']).toBeUndefined()
  const asForm = await office.app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:7284',
      cookie: browser.cookie,
      'sec-fetch-site': 'cross-site',
      'content-type': 'text/plain',
    },
    payload: '{"reason":"left"}',
  })
  expect(asForm.statusCode).toBeGreaterThanOrEqual(400)
  expect(saidNo(await worker.browser.ask('GET', '/api/me'))).toBe(200)
})

test('SGN-7 scripts and other sites never get the cookie, and over TLS it stays with this host', async () => {
  const plain = await anOffice()
  const { said } = await plain.signIn(plain.lead, plain.lead.device)
  expect(said.headers['set-cookie']).toMatch(/^session=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
  const origin = 'https://sathi.example'
  const secure = await anOffice({ kind: 'behind-proxy', origin, proxies: ['127.0.0.1'] })
  const own = aBrowser(secure.app, { origin })
  const signedIn = await secure.signIn(secure.lead, secure.lead.device, own)
  const given = signedIn.said.headers['set-cookie']
  expect(given).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  own.cookie = own.cookie.replace('__Host-session', 'session')
  expect(saidNo(await own.ask('GET', '/api/me'))).toBe('not-signed-in')
})

test('SGN-9 a device that was not approved gets no keys, whatever it asks', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const phone = aDevice('New phone')
  const { browser, said } = await office.signIn(worker, phone)
  expect(said.json()).toMatchObject({ state: 'signed-in', deviceState: 'waiting' })
  for (const url of ['/api/me/keys', '/api/me/devices', '/api/members', '/api/members/cards']) {
    expect(saidNo(await browser.ask('GET', url)), url).toBe('device-waits')
  }
  expect(saidNo(await browser.ask('POST', `/api/devices/${phone.id}/approval`))).toBe('device-waits')
  expect(saidNo(await worker.browser.ask('POST', `/api/devices/${phone.id}/approval`))).toBe(200)
  const { keys } = (await browser.ask('GET', '/api/me/keys')).json()
  expect(keys).toMatchObject([{ number: 1, ...worker.person.keys.public }])
  await office.lead.browser.ask('POST', `/api/devices/${phone.id}/lock`)
  expect(saidNo(await browser.ask('GET', '/api/me/keys'))).toBe('not-signed-in')
  const again = await office.signIn(worker, phone)
  expect(saidNo(await again.browser.ask('GET', '/api/me/keys'))).toBe('device-waits')
})

test("SGN-9 a device that is one member's is nobody else's, and strange ones do not pile up", async () => {
  const office = await anOffice()
  const [one, other] = [await office.member('cw-01'), await office.member('cw-02')]
  expect(saidNo((await office.signIn(other, one.device)).said)).toBe('not-there')
  const said: (string | number)[] = []
  for (let at = 0; at < 6; at += 1) {
    const device = { id: randomUUID() as string as DeviceId, name: 'Strange' }
    said.push(saidNo((await office.signIn(one, device)).said))
  }
  expect(said).toEqual([200, 200, 200, 200, 200, 'too-many-devices'])
  expect(saidNo((await office.signIn(one, one.device)).said)).toBe(200)
})

test("SGN-12 a token of one organisation opens nothing under another's name", async () => {
  const office = await anOffice()
  const neighbour = await anotherOrganisation(office.store)
  const borrowed = aBrowser(office.app)
  const token = office.lead.browser.cookie.split('.')[1]
  for (const orgId of [neighbour.orgId, randomUUID()]) {
    borrowed.cookie = `session=${orgId}.${token}`
    expect(saidNo(await borrowed.ask('GET', '/api/me'))).toBe('not-signed-in')
  }
  for (const cookie of ['session=', 'session=x', `session=${office.orgId}`, `session=${office.orgId}.%00`]) {
    borrowed.cookie = cookie
    expect(saidNo(await borrowed.ask('GET', '/api/me')), cookie).toBe('not-signed-in')
  }
})

test('SGN-13 who has enrolled sees that she waits, and nothing else', async () => {
  const office = await anOffice()
  const joined = await office.enrolled('cw-01')
  const me = (await joined.browser.ask('GET', '/api/me')).json()
  expect(me).toMatchObject({ memberState: 'enrolled', deviceState: 'waiting' })
  for (const url of ['/api/me/keys', '/api/members', '/api/assignments']) {
    expect(saidNo(await joined.browser.ask('GET', url)), url).toBe('waits-for-approval')
  }
})

test('SGN-14 the guard gives the actor with organisation, member, device and roles', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01', ['caseworker', 'counsellor'])
  expect(await actorOf(office.app, office.guard, worker.browser)).toEqual({
    orgId: office.orgId,
    memberId: worker.person.id,
    code: 'cw-01',
    roles: ['caseworker', 'counsellor'],
    deviceId: worker.device.id,
    sessionId: expect.any(String),
  })
})
