import { expect, test } from 'vitest'
import { appendEntries, createOrganisation, listOrganisations } from '../journal/index.ts'
import { anOrganisation, anotherOrganisation, ofCase } from '../journal/testing/an-organisation.ts'
import { openTestDatabase, runAs, withLogin } from './testing/open-test-database.ts'

const tables = ['organisation', 'org_feed', 'subject', 'entry', 'sheet']

test("STO-8 another organisation's rows are invisible and cannot be written", async () => {
  const store = await anOrganisation()
  const { database, organisation, app } = store
  const other = await anotherOrganisation(store)
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 1)]))
  await withLogin(app, async (run) => {
    const countEach = async (): Promise<object[]> => {
      const counts = tables.map((table) => `(select count(*)::int from app.${table}) as ${table}`)
      return run(`select ${counts.join(', ')}`)
    }
    const nothing = { organisation: 0, org_feed: 0, subject: 0, entry: 0, sheet: 0 }
    expect(await countEach()).toEqual([nothing])
    await run(`set app.org_id = '${other.orgId}'`)
    expect(await countEach()).toEqual([{ ...nothing, organisation: 1, org_feed: 1 }])
    await run(`set app.org_id = '${organisation.orgId}'`)
    expect(await countEach()).toEqual([{ organisation: 1, org_feed: 1, subject: 1, entry: 1, sheet: 1 }])
  })
  const foreign = `insert into app.subject (org_id, id, type, code)
    values ('${organisation.orgId}', '${other.orgId}', 'case', 'C-9')`
  await expect(runAs(app, `set app.org_id = '${other.orgId}'`, foreign)).rejects.toThrow('row-level security')
  await expect(runAs(app, foreign)).rejects.toThrow('row-level security')
  const taken = await runAs(
    app,
    `set app.org_id = '${other.orgId}'`,
    `update app.sheet set body = '{}' where org_id = '${organisation.orgId}' returning part`,
  )
  expect(taken).toEqual([])
})

test('STO-8 the same ids may stand in two organisations', async () => {
  const store = await anOrganisation()
  const other = await anotherOrganisation(store)
  for (const actor of [store.organisation, other]) {
    const outcomes = await store.database.withTransaction(actor, (tx) => appendEntries(tx, [ofCase(1, 1)]))
    expect(outcomes).toMatchObject([{ state: 'stored', position: 1 }])
  }
})

test('STO-8 the login for ordinary work may not change or remove an entry, nor alter any table', async () => {
  const { database, organisation, app } = await anOrganisation()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 1)]))
  const own = `set app.org_id = '${organisation.orgId}'`
  const forbidden = [
    "update app.entry set body = '{}'",
    'delete from app.entry',
    'truncate app.entry',
    'delete from app.sheet',
    'delete from app.subject',
    'delete from app.organisation',
    "update app.organisation set epoch = '00000000-0000-4000-8000-000000000000'",
    'alter table app.entry disable row level security',
    'alter table app.entry no force row level security',
    'alter table app.entry disable trigger all',
    'drop table app.sheet',
    'drop policy own_organisation on app.entry',
    'create table app.notes (text text)',
    'create table public.notes (text text)',
    'select * from app.migration',
    'set role sathi_owner',
    "set session_replication_role = 'replica'",
  ]
  await withLogin(app, async (run) => {
    await run(own)
    for (const one of forbidden) {
      await expect(run(one), one).rejects.toThrow(/permission denied|must be owner|not permitted/)
    }
  })
})

test('STO-8 even the owner of the tables sees no rows, and can neither change nor remove an entry', async () => {
  const { database, organisation, owner } = await anOrganisation()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 1)]))
  expect(await runAs(owner, 'select * from app.entry')).toEqual([])
  const own = `set app.org_id = '${organisation.orgId}'`
  const forbidden = ["update app.entry set body = '{}'", 'delete from app.entry', 'truncate app.entry']
  await withLogin(owner, async (run) => {
    await run(own)
    for (const one of forbidden) await expect(run(one), one).rejects.toThrow('never changed or removed')
  })
})

test('STO-8 every table of the store is guarded, and every key begins with the organisation', async () => {
  const { owner } = await openTestDatabase()
  const unguarded = await runAs(
    owner,
    `select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')
       and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(unguarded).toEqual([])
  const otherKeys = await runAs(
    owner,
    `select indexrelid::regclass::text as index from pg_index join pg_class on pg_class.oid = indrelid
      join pg_attribute on attrelid = indrelid and attnum = indkey[0]
     where relnamespace = 'app'::regnamespace and relname <> 'migration' and attname <> 'org_id'`,
  )
  expect(otherKeys).toEqual([])
})

test('organisations are listed one by one, each under its own guard', async () => {
  const { database } = await openTestDatabase()
  expect(await listOrganisations(database)).toEqual([])
  const made = [
    await createOrganisation(database, { name: 'Shobuj Pata', synthetic: true }),
    await createOrganisation(database, { name: 'নদীর ধারে', synthetic: false }),
  ]
  const byId = (left: { orgId: string }, right: { orgId: string }): number =>
    left.orgId < right.orgId ? -1 : 1
  expect(await listOrganisations(database)).toEqual(made.sort(byId))
})
