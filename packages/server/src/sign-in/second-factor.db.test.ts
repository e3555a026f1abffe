import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { anAuthenticator } from './testing/an-authenticator.ts'
import { type AtWork, aBrowser, anOffice, saidNo } from './testing/an-office.ts'

const origin = 'http://localhost:7284'

async function withTotp(office: Awaited<ReturnType<typeof anOffice>>, who: AtWork) {
  const secret = who.person.signInSecret
  const begun = await who.browser.ask('POST', '/api/me/totp', { secret })
  const totp = new TOTP({ secret: Secret.fromBase32(begun.json().base32) })
  // The code of the period before is still taken, and leaves the present one for the sign-in.
  const first = totp.generate({ timestamp: Date.now() - 30_000 })
  const confirmed = await who.browser.ask('POST', '/api/me/totp/confirm', { code: first })
  expect(saidNo(confirmed)).toBe(200)
  const recoveryCodes: string[] = confirmed.json().recoveryCodes
  const half = async () => (await office.signIn(who, who.device)).browser
  return { totp, recoveryCodes, half }
}

test('SGN-8 a passphrase alone opens nothing once there is a second factor', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { totp, half } = await withTotp(office, worker)
  const browser = await half()
  expect(saidNo(await browser.ask('GET', '/api/me'))).toBe('not-signed-in')
  expect(saidNo(await browser.ask('GET', '/api/me/keys'))).toBe('not-signed-in')
  const code = totp.generate()
  expect(saidNo(await browser.ask('POST', '/api/sign-in/second-factor', { factor: 'totp', code }))).toBe(200)
  expect(saidNo(await browser.ask('GET', '/api/me/keys'))).toBe(200)
})

test('SGN-8 a code of the app is taken once, also from two who bring it at the same moment', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { totp, half } = await withTotp(office, worker)
  const browsers = [await half(), await half(), await half()]
  const body = { factor: 'totp', code: totp.generate() }
  const said = await Promise.all(
    browsers.map((browser) => browser.ask('POST', '/api/sign-in/second-factor', body)),
  )
  expect(said.map(saidNo).sort()).toEqual([200, 'second-factor-refused', 'second-factor-refused'].sort())
})

test('SGN-8 a recovery code opens once, and is kept as a hash', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { recoveryCodes, half } = await withTotp(office, worker)
  expect(new Set(recoveryCodes).size).toBe(10)
  const stored = JSON.stringify(await office.rows('select * from auth.recovery_code'))
  for (const code of recoveryCodes) expect(stored).not.toContain(code)
  const body = { factor: 'recovery-code', code: recoveryCodes[3]?.toUpperCase() }
  const first = await (await half()).ask('POST', '/api/sign-in/second-factor', body)
  expect(saidNo(first)).toBe(200)
  const second = await (await half()).ask('POST', '/api/sign-in/second-factor', body)
  expect(saidNo(second)).toBe('second-factor-refused')
})

test('SGN-8 guesses at the second factor slow down as guesses at a passphrase do', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { totp, half } = await withTotp(office, worker)
  const wrong = { factor: 'recovery-code', code: 'aaaa-aaaa-aaaa-aaaa' }
  const browser = await half()
  const said: (string | number)[] = []
  for (let guess = 0; guess < 7; guess += 1) {
    said.push(saidNo(await browser.ask('POST', '/api/sign-in/second-factor', wrong)))
  }
  expect(said.slice(0, 5)).toEqual(Array(5).fill('second-factor-refused'))
  expect(said.slice(5)).toEqual(['too-often', 'too-often'])
  const right = { factor: 'totp', code: totp.generate() }
  expect(saidNo(await browser.ask('POST', '/api/sign-in/second-factor', right))).toBe('too-often')
})

test('SGN-8 a passkey proves its owner on this site, for the challenge that was asked, once', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const { signInSecret: secret } = worker.person
  const passkey = anAuthenticator(origin)
  const begun = await worker.browser.ask('POST', '/api/me/passkeys/begin', { secret })
  const made = passkey.make(begun.json().options)
  const kept = await worker.browser.ask('POST', '/api/me/passkeys', { name: 'Phone', response: made })
  expect(saidNo(kept)).toBe(200)
  expect(kept.json().recoveryCodes).toHaveLength(10)
  const again = await worker.browser.ask('POST', '/api/me/passkeys', { name: 'Phone', response: made })
  expect(saidNo(again)).toBe('second-factor-refused')

  const { browser } = await office.signIn(worker, worker.device)
  const asked = async () => (await browser.ask('POST', '/api/sign-in/passkey')).json().options
  const prove = async (response: object) =>
    saidNo(await browser.ask('POST', '/api/sign-in/second-factor', { factor: 'passkey', response }))
  const stolen = passkey.use(await asked())
  await asked()
  expect(await prove(stolen)).toBe('second-factor-refused')
  const elsewhere = anAuthenticator('https://rescue.example')
  expect(await prove({ ...elsewhere.use(await asked()), id: made.id, rawId: made.id })).toBe(
    'second-factor-refused',
  )
  expect(await prove(passkey.use(await asked()))).toBe(200)
  const told = await office.told()
  expect(told.at(-1)).toMatchObject({ name: 'signed_in', fields: { way: 'passkey' } })
})

test("SGN-8 one member's passkey does not prove another", async () => {
  const office = await anOffice()
  const [one, other] = [await office.member('cw-01'), await office.member('cw-02')]
  const passkeys = new Map<AtWork, ReturnType<typeof anAuthenticator>>()
  for (const who of [one, other]) {
    const passkey = anAuthenticator(origin)
    const begun = await who.browser.ask('POST', '/api/me/passkeys/begin', { secret: who.person.signInSecret })
    const response = passkey.make(begun.json().options)
    await who.browser.ask('POST', '/api/me/passkeys', { name: 'Phone', response })
    passkeys.set(who, passkey)
  }
  const { browser } = await office.signIn(one, one.device)
  const { options } = (await browser.ask('POST', '/api/sign-in/passkey')).json()
  const response = passkeys.get(other)?.use(options)
  const body = { factor: 'passkey', response }
  expect(saidNo(await browser.ask('POST', '/api/sign-in/second-factor', body))).toBe('second-factor-refused')
})

test('SGN-8 factors are added and removed only with the passphrase, whoever holds the session', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const wrong = { secret: office.lead.person.signInSecret }
  for (const url of ['/api/me/totp', '/api/me/passkeys/begin']) {
    expect(saidNo(await worker.browser.ask('POST', url, wrong)), url).toBe('sign-in-refused')
  }
  await withTotp(office, worker)
  const remove = (secret: string) =>
    worker.browser.ask('POST', '/api/me/factors/remove', { secret, passkey: null })
  expect(saidNo(await remove(wrong.secret))).toBe('sign-in-refused')
  expect(saidNo(await remove(worker.person.signInSecret))).toBe(200)
  const { said } = await office.signIn(worker, worker.device, aBrowser(office.app))
  expect(said.json()).toMatchObject({ state: 'signed-in' })
})
