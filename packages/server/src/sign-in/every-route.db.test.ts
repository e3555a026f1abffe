import { randomUUID } from 'node:crypto'
import { signInRoutes } from '@sathi/contract/sign-in'
import { staffRoutes } from '@sathi/contract/staff'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { appendEntries } from '../journal/index.ts'
import { opening } from '../journal/testing/an-organisation.ts'
import { aCredential, aDevice, anInvitation, anySecret, newKeysOf } from './testing/a-person.ts'
import { anAuthenticator } from './testing/an-authenticator.ts'
import { aBrowser, anOffice, judged } from './testing/an-office.ts'
import { recoverMember } from './testing/recover-member.ts'

test('every route of people and sign-in answers what the contract says', async () => {
  const office = await anOffice()
  const { lead, app, orgId } = office
  const ask = lead.browser.ask
  await aBrowser(app).ask('GET', '/api/set-up')
  await aBrowser(app).ask('POST', '/api/sign-in/settings', { code: 'dir-01' })

  const waiting = await office.invite('cw-01')
  const { lookup } = await anInvitation()
  await ask('PUT', `/api/members/${waiting.person.id}/invitation`, { lookup, hours: 1 })
  await aBrowser(app).ask('POST', '/api/invitations/find', { lookup })
  const joined = await office.enrolled('cw-02')
  await ask('GET', `/api/members/${joined.person.id}/keys`)
  const worker = await office.member('cw-03')
  const member = `/api/members/${worker.person.id}`
  for (const url of ['/api/members', '/api/members/cards', '/api/devices', '/api/me', '/api/audit']) {
    await ask('GET', url)
  }
  await ask('PUT', `${member}/roles`, { roles: ['caseworker', 'counsellor'] })
  await ask('GET', `${member}/sight`)

  const submission = opening(1, 1)
  await office.store.database.withTransaction({ orgId: orgId as never }, (tx) =>
    appendEntries(tx, [submission]),
  )
  const subject = submission.entry.subject.id
  const assignment = {
    id: randomUUID(),
    member: worker.person.id,
    subject,
    as: null,
    from: null,
    until: null,
  }
  await ask('POST', '/api/assignments', assignment)
  await ask('GET', `/api/assignments?subject=${subject}`)
  await ask('GET', `/api/cases/${subject}/readers`)
  await ask('POST', `/api/assignments/${assignment.id}/end`)
  const supervisor = await office.member('sup-01', ['supervisor'])
  const words = [{ holder: lead.person.id, box: 'A'.repeat(100) }]
  const glass = { id: randomUUID(), subject, reason: 'worker_away', words, hours: 2 }
  await supervisor.browser.ask('POST', '/api/break-glass', glass)
  await ask('GET', '/api/break-glass')
  await ask('POST', `/api/break-glass/${glass.id}/seen`)
  await ask('POST', `/api/break-glass/${glass.id}/end`)

  const phone = aDevice('New phone')
  const { browser: second } = await office.signIn(worker, phone)
  const own = worker.browser.ask
  await own('GET', '/api/me/devices')
  await own('POST', `/api/devices/${phone.id}/approval`)
  await own('POST', `/api/devices/${phone.id}/lock`)
  await own('POST', `/api/devices/${phone.id}/wipe`)
  await second.ask('POST', '/api/sign-out')
  await own('GET', '/api/me/keys')
  await office.signIn(worker, worker.device)
  const { sessions } = (await own('GET', '/api/me/sessions')).json()
  const other = sessions.find(({ thisOne }: { thisOne: boolean }) => !thisOne)
  await own('POST', `/api/me/sessions/${other.id}/end`)

  const { signInSecret: secret } = worker.person
  const { base32 } = (await own('POST', '/api/me/totp', { secret })).json()
  const totp = new TOTP({ secret: Secret.fromBase32(base32) })
  await own('POST', '/api/me/totp/confirm', { code: totp.generate({ timestamp: Date.now() - 30_000 }) })
  const passkey = anAuthenticator('http://localhost:7284')
  const { options } = (await own('POST', '/api/me/passkeys/begin', { secret })).json()
  const response = passkey.make(options)
  await own('POST', '/api/me/passkeys', { name: 'Phone', response })
  await own('GET', '/api/me/factors')
  const { browser: half } = await office.signIn(worker, worker.device)
  await half.ask('POST', '/api/sign-in/passkey')
  await half.ask('POST', '/api/sign-in/second-factor', { factor: 'totp', code: totp.generate() })
  await own('POST', '/api/me/factors/remove', { secret, passkey: response.id })
  const credential = aCredential(anySecret())
  const { wrappedByPassphrase } = await newKeysOf(worker.person, orgId, office.recovery.publicKey)
  const wraps = [{ number: 1, wrappedByPassphrase }]
  await own('PUT', '/api/me/passphrase', { secret, credential, wraps })
  const { browser, body } = await recoverMember(office, worker.person, aDevice())
  await browser.ask('POST', '/api/recovery', body)
  await ask('POST', `${member}/suspension`, { reason: 'left' })
  await ask('POST', `${member}/suspension/end`)

  const all = [...signInRoutes, ...staffRoutes]
  const missed = all.filter((route) => !judged.has(route))
  expect(missed.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})
