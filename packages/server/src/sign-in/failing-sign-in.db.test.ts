import { expect, test } from 'vitest'
import type { Transaction } from '../database/index.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { aDevice, anySecret } from './testing/a-person.ts'
import { aBrowser, anOffice, saidNo } from './testing/an-office.ts'

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

test('SGN-2 how to derive from a passphrase is told in one shape, the same at every asking', async () => {
  const office = await anOffice()
  await office.member('cw-01')
  const ask = async (code: string) =>
    (await aBrowser(office.app).ask('POST', '/api/sign-in/settings', { code })).json()
  const [known, unknown, other] = [await ask('cw-01'), await ask('cw-99'), await ask('cw-98')]
  expect(Object.keys(unknown).sort()).toEqual(Object.keys(known).sort())
  expect(unknown.parameters).toEqual(known.parameters)
  expect(unknown.salt).toHaveLength(known.salt.length)
  expect(unknown.salt).not.toBe(other.salt)
  for (const code of ['cw-01', 'cw-99', 'CW-99']) {
    expect(await ask(code), code).toEqual(code === 'cw-01' ? known : unknown)
  }
})

test('SGN-2 parameters of a code that nobody has are those of somebody', async () => {
  const office = await anOffice()
  const { person } = await office.member('cw-01')
  await office.member('cw-02')
  await office.rows(
    `update auth.credential set memory_kib = 65536 where member_id = '${person.id}' returning 1`,
  )
  const stored = await office.rows('select distinct memory_kib from auth.credential')
  const ask = async (code: string): Promise<number> =>
    (await aBrowser(office.app).ask('POST', '/api/sign-in/settings', { code })).json().parameters.memoryKiB
  const found = new Set(await Promise.all(Array.from({ length: 40 }, (_, at) => ask(`nobody-${at}`))))
  expect(stored).toHaveLength(2)
  expect([...found].sort()).toEqual([19_456, 65_536])
})

test('SGN-2 a code that nobody has, a wrong passphrase and a suspended member get the same answer', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const gone = await office.member('cw-02')
  const suspended = `/api/members/${gone.person.id}/suspension`
  await office.lead.browser.ask('POST', suspended, { reason: 'left' })
  const tries = [
    { code: 'cw-99', secret: worker.person.signInSecret, device: aDevice() },
    { code: 'cw-01', secret: anySecret(), device: aDevice() },
    { code: 'cw-02', secret: gone.person.signInSecret, device: aDevice() },
  ]
  const answers = []
  for (const body of tries) answers.push(await aBrowser(office.app).ask('POST', '/api/sign-in', body))
  const [first] = answers
  for (const answer of answers) {
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toBe(first?.body)
    expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(first?.headers ?? {}).sort())
  }
  expect(await office.rows("select count(*)::int as n from app.device where name = 'Phone'")).toEqual([
    { n: 2 },
  ])
})

test('SGN-2 a code that nobody has is refused by the same statements as a wrong passphrase', async () => {
  const office = await anOffice()
  await office.member('cw-01')
  const orgId = office.orgId as never
  const asked = async (code: string): Promise<string[]> => {
    const names: string[] = []
    const watched = (tx: Transaction): Transaction => ({
      ...tx,
      query: (statement, values) => {
        names.push(statement.name)
        return tx.query(statement, values)
      },
    })
    const tried = {
      code,
      secret: anySecret(),
      device: aDevice(),
      address: `address of ${code}`,
      before: undefined,
    }
    const said = await office.store.database.withTransaction({ orgId }, (tx) =>
      beginSignIn(watched(tx), new Date(), tried),
    )
    expect(said).toEqual({ ok: false, kind: 'sign-in-refused' })
    return names
  }
  const known = await asked('cw-01')
  expect(known.length).toBeGreaterThan(5)
  expect(await asked('cw-99')).toEqual(known)
})

test('SGN-2 a code that nobody has takes as long to refuse as a wrong passphrase', async () => {
  const office = await anOffice()
  for (let at = 0; at < 12; at += 1) await office.member(`cw-${10 + at}`)
  const took: Record<string, number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 36; round += 1) {
    for (const [which, prefix] of [
      ['known', 'cw'],
      ['unknown', 'xx'],
    ] as const) {
      const browser = aBrowser(office.app, { address: `10.0.${round}.1` })
      const body = { code: `${prefix}-${10 + (round % 12)}`, secret: anySecret(), device: aDevice() }
      const begun = performance.now()
      expect(saidNo(await browser.ask('POST', '/api/sign-in', body))).toBe('sign-in-refused')
      took[which]?.push(performance.now() - begun)
    }
  }
  const [known, unknown] = [median(took.known ?? []), median(took.unknown ?? [])]
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(2, 0.35 * Math.max(known, unknown)))
})

test('SGN-4 after five failures a code is not looked at for a while, whether or not somebody has it', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  for (const code of ['cw-01', 'cw-99']) {
    const said: (string | number)[] = []
    for (let guess = 0; guess < 6; guess += 1) {
      const body = { code, secret: anySecret(), device: aDevice() }
      const browser = aBrowser(office.app, { address: `10.1.${guess}.1` })
      said.push(saidNo(await browser.ask('POST', '/api/sign-in', body)))
    }
    expect(said, code).toEqual([...Array(5).fill('sign-in-refused'), 'too-often'])
  }
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe('too-often')
  await office.rows("update auth.attempt set last_at = last_at - interval '1 minute' returning 1")
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe(200)
  // What succeeded counts anew.
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe(200)
})

test('SGN-4 an address that fails with many codes is not looked at either', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  const thief = aBrowser(office.app, { address: '203.0.113.7' })
  for (let guess = 0; guess < 40; guess += 1) {
    await thief.ask('POST', '/api/sign-in', { code: `x-${guess}`, secret: anySecret(), device: aDevice() })
  }
  const { said } = await office.signIn(worker, worker.device, thief)
  expect(saidNo(said)).toBe('too-often')
  expect(saidNo((await office.signIn(worker, worker.device)).said)).toBe(200)
  const told = await office.told()
  expect(told.filter(({ name }) => name === 'sign_in_failed').length).toBe(40)
})

test('SGN-4 guesses that come all at once are counted one by one', async () => {
  const office = await anOffice()
  await office.member('cw-01')
  const said = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      aBrowser(office.app, { address: `10.2.${at}.1` }).ask('POST', '/api/sign-in', {
        code: 'cw-01',
        secret: anySecret(),
        device: aDevice(),
      }),
    ),
  )
  const refused = said.map(saidNo).filter((kind) => kind === 'sign-in-refused')
  expect(refused.length).toBeLessThanOrEqual(6)
})
