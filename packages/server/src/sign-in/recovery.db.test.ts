import { derivePassphraseKeys, loadMemberKeys, openMemberSecret, wrapMemberSecret } from '@sathi/sealing'
import { createRecoveryKey, loadRecoveryKey } from '@sathi/sealing/recovery'
import { expect, test } from 'vitest'
import { aCredential, aDevice, anySecret } from './testing/a-person.ts'
import { aBrowser, anOffice, saidNo } from './testing/an-office.ts'
import { challenged, fromPassphrase, opened, ownerOf, recoverMember } from './testing/recover-member.ts'

test('SGN-10 another passphrase opens the same keys, and all other sessions end', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { browser: other } = await office.signIn(worker, worker.device)
  const { keys, credential } = await fromPassphrase('তিনটি শালিক নদীর ধারে')
  const owner = ownerOf(office, worker.person)
  const wrappedByPassphrase = await wrapMemberSecret(worker.person.secret, keys.wrapKey, owner)
  const wraps = [{ number: 1, wrappedByPassphrase }]
  const before = worker.browser.cookie
  const secret = worker.person.signInSecret
  const change = (body: object) => worker.browser.ask('PUT', '/api/me/passphrase', body)
  expect(saidNo(await change({ secret: anySecret(), credential, wraps }))).toBe('sign-in-refused')
  expect(saidNo(await change({ secret, credential, wraps: [{ ...wraps[0], number: 2 }] }))).toBe('overtaken')
  expect(saidNo(await change({ secret, credential, wraps }))).toBe(200)

  expect(saidNo(await other.ask('GET', '/api/me'))).toBe('not-signed-in')
  expect(worker.browser.cookie).not.toBe(before)
  expect(saidNo(await worker.browser.ask('GET', '/api/me'))).toBe(200)
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe('sign-in-refused')

  // On another day, from the passphrase alone.
  const settings = (await aBrowser(office.app).ask('POST', '/api/sign-in/settings', { code: 'cw-01' })).json()
  const derived = await opened(derivePassphraseKeys('তিনটি শালিক  নদীর ধারে ', settings))
  const again = { person: { ...worker.person, signInSecret: derived.signInSecret } }
  const { browser } = await office.signIn(again, worker.device)
  const [stored] = (await browser.ask('GET', '/api/me/keys')).json().keys
  const secretKeys = await opened(openMemberSecret(stored.wrappedByPassphrase, derived.wrapKey, owner))
  expect((await loadMemberKeys(secretKeys)).public).toEqual(worker.person.keys.public)
})

test('SGN-11 who holds the recovery words gives a member a new passphrase; the lead sees it', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const device = aDevice('Phone, new')
  const { browser, body, derived } = await recoverMember(office, worker.person, device)
  expect(saidNo(await browser.ask('POST', '/api/recovery', body))).toBe(200)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({
    code: 'cw-01',
    deviceState: 'approved',
  })
  expect(saidNo(await worker.browser.ask('GET', '/api/me'))).toBe('not-signed-in')
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe('sign-in-refused')
  const { person } = worker
  const again = await office.signIn({ person: { ...person, signInSecret: derived.signInSecret } }, device)
  expect(saidNo(again.said)).toBe(200)
  const told = (await office.told()).map(({ name }) => name)
  expect(told).toContain('recovery_used')
  expect(told).toContain('passphrase_changed')
  // The same once more comes too late: her passphrase is another one by now.
  expect(saidNo(await aBrowser(office.app).ask('POST', '/api/recovery', body))).toBe('card-refused')
})

test('SGN-11 the only member of an organisation recovers herself, without her second factor', async () => {
  const office = await anOffice()
  const { person } = office.lead
  const { browser, body } = await recoverMember(office, person, aDevice())
  expect(saidNo(await browser.ask('POST', '/api/recovery', body))).toBe(200)
  expect(saidNo(await browser.ask('GET', '/api/members'))).toBe(200)
})

test('SGN-11 without the words there is nothing to recover, and with them nobody is recovered in disguise', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const stranger = aBrowser(office.app)
  const wrong = await createRecoveryKey()
  expect((await challenged(stranger, await loadRecoveryKey(wrong.secret))).state).toBe('refused')
  const { proof } = await challenged(stranger, await loadRecoveryKey(office.recovery.secret))
  const ask = (with_: object, code = 'cw-01') =>
    stranger.ask('POST', '/api/recovery/keys', { proof: with_, code, way: 'two_of_three' })
  expect(saidNo(await ask({ ...proof, answer: anySecret() }))).toBe('sign-in-refused')
  expect(saidNo(await ask({ ...proof, until: '2099-01-01T00:00:00.000Z' }))).toBe('sign-in-refused')
  expect(saidNo(await ask(proof, 'cw-99'))).toBe('not-there')
  expect(saidNo(await ask(proof))).toBe(200)

  const { body } = await recoverMember(office, worker.person, aDevice())
  const tampered = {
    'another passphrase': { ...body, credential: aCredential(anySecret()) },
    'another device': { ...body, device: aDevice() },
    'another member': { ...body, code: 'dir-01' },
  }
  for (const [what, one] of Object.entries(tampered)) {
    expect(saidNo(await stranger.ask('POST', '/api/recovery', one)), what).toBe('card-refused')
  }
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe(200)
})

test('SGN-11 a suspended member is not recovered', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { browser, body } = await recoverMember(office, worker.person, aDevice())
  await office.lead.browser.ask('POST', `/api/members/${worker.person.id}/suspension`, { reason: 'left' })
  expect(saidNo(await browser.ask('POST', '/api/recovery', body))).toBe('not-there')
})
