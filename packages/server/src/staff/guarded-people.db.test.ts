import { expect, test } from 'vitest'
import { runAs } from '../database/testing/open-test-database.ts'
import { anotherOrganisation } from '../journal/testing/an-organisation.ts'
import { anOffice } from '../sign-in/testing/an-office.ts'
import { listMembers } from './member.ts'

test("STF-11 another organisation's people, keys and sessions are invisible", async () => {
  const office = await anOffice()
  await office.member('cw-01')
  const other = await anotherOrganisation(office.store)
  expect(await office.store.database.withTransaction(other, listMembers)).toEqual([])
  const tables = (await runAs(
    office.store.owner,
    `select relnamespace::regnamespace || '.' || relname as name from pg_class
      where relnamespace::regnamespace::text in ('app', 'auth') and relkind = 'r'
        and relname not in ('migration', 'first_set_up', 'organisation', 'org_feed')`,
  )) as { name: string }[]
  expect(tables.length).toBeGreaterThan(18)
  for (const { name } of tables) {
    const seen = await runAs(
      office.store.app,
      `set app.org_id = '${other.orgId}'`,
      `select count(*)::int as n from ${name}`,
    )
    expect(seen, name).toEqual([{ n: 0 }])
  }
})

test('STF-11 every table of sign-in is guarded, and every key begins with the organisation', async () => {
  const { store } = await anOffice()
  const unguarded = await runAs(
    store.owner,
    `select relname from pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r'
       and not (relrowsecurity and relforcerowsecurity)`,
  )
  // One row for the whole deployment, which the login for ordinary work cannot read.
  expect(unguarded).toEqual([{ relname: 'first_set_up' }])
  await expect(runAs(store.app, 'select * from auth.first_set_up')).rejects.toThrow('permission denied')
  const otherKeys = await runAs(
    store.owner,
    `select relname from pg_index join pg_class on pg_class.oid = indrelid
       join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where relnamespace = 'auth'::regnamespace and relname <> 'first_set_up' and attname <> 'org_id'`,
  )
  expect(otherKeys).toEqual([])
})

test('STF-12 changes of access have numbers from 1 without a gap, whoever makes them at the same moment', async () => {
  const office = await anOffice()
  const workers = []
  for (const code of ['cw-01', 'cw-02', 'cw-03', 'cw-04']) workers.push(await office.member(code))
  await Promise.all(
    workers.map(({ person }) =>
      office.lead.browser.ask('PUT', `/api/members/${person.id}/roles`, { roles: ['counsellor'] }),
    ),
  )
  const rows = (await office.rows('select n::int from app.access_event order by n')) as { n: number }[]
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, at) => at + 1))
  expect(await office.rows('select access_n::int as n from app.org_feed')).toEqual([{ n: rows.length }])
})
