import { expect, test } from 'vitest'
import { startOutsidePostgres } from '../postgres/testing/outside-postgres.ts'
import { temporaryFolder } from '../postgres/testing/temporary-data.ts'
import { openDatabase } from './open-database.ts'
import { openTestDatabase, runAs } from './testing/open-test-database.ts'

/** A server with a superuser, which our own lets nobody sign in as. */
async function anOutsideServer() {
  const { url } = await startOutsidePostgres(temporaryFolder())
  const owner = { connectionString: url('postgres', '') }
  const login = (user: string) => ({ connectionString: url(encodeURIComponent(user), 'secret'), user })
  return { owner, login }
}

test('STO-8 a login for ordinary work that row-level security does not hold for is refused', async () => {
  const { owner, login } = await anOutsideServer()
  await runAs(owner, "create role worker login password 'secret'")
  const opened = await openDatabase({ owner, app: login('worker') })
  expect(opened).toMatchObject({ ok: true })
  if (opened.ok) await opened.value.close()
  for (const right of ['superuser', 'bypassrls']) {
    await runAs(owner, `alter role worker ${right}`)
    expect(await openDatabase({ owner, app: login('worker') }), right).toMatchObject({
      ok: false,
      refusal: { kind: 'unguarded-login' },
    })
    await runAs(owner, `alter role worker no${right}`)
  }
})

test('a login that came after the tables were made is refused with what it lacks, and welcome with it', async () => {
  const { owner, login } = await anOutsideServer()
  await runAs(
    owner,
    "create role worker login password 'secret'",
    "create role \"Sathi's second\" login password 'secret'",
  )
  const open = async (user: string) => {
    const opened = await openDatabase({ owner, app: login(user) })
    if (!opened.ok) return opened.refusal
    await opened.value.withWholeSnapshot((deployment) => deployment.organisationIds())
    await opened.value.close()
    return 'welcome'
  }
  expect(await open('worker')).toBe('welcome')
  const refusal = await open("Sathi's second")
  const grant = 'grant worker to "Sathi\'s second"'
  expect(refusal).toMatchObject({
    kind: 'login-without-rights',
    message: expect.stringContaining('Nothing was read or changed'),
    remedy: expect.stringContaining(grant),
  })
  await runAs(owner, grant)
  expect(await open("Sathi's second")).toBe('welcome')
})

test('one right that was taken away is missed', async () => {
  const { owner, app } = await openTestDatabase()
  for (const right of ['insert on app.entry', 'update (name) on app.organisation', 'usage on schema app']) {
    await runAs(owner, `revoke ${right} from ${app.user}`)
    expect(await openDatabase({ owner, app }), right).toMatchObject({
      ok: false,
      refusal: { kind: 'login-without-rights' },
    })
    await runAs(owner, `grant ${right} to ${app.user}`)
  }
})
