import { expect, test } from 'vitest'
import { createTestDatabase } from '../postgres/testing/test-postgres.ts'
import { openDatabase } from './open-database.ts'
import { openTestDatabase, runAs } from './testing/open-test-database.ts'

test('STO-17 programs that start together apply each migration once', async () => {
  const made = await createTestDatabase()
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase(made)))
  for (const one of opened) {
    expect(one).toMatchObject({ ok: true })
    if (one.ok) await one.value.close()
  }
  const applied = await runAs(
    made.owner,
    'select number, count(*)::int as times from app.migration group by number',
  )
  expect(applied).toContainEqual({ number: 1, times: 1 })
  expect(applied.every((one) => 'times' in one && one.times === 1)).toBe(true)
})

test('STO-17 a migration that fails leaves no trace of itself', async () => {
  const made = await createTestDatabase()
  // Stands in the way of the first migration, after it has made its functions and first tables.
  await runAs(made.owner, 'create schema app', 'create table app.sheet (in_the_way text)')
  await expect(openDatabase(made)).rejects.toThrow('already exists')
  expect(await runAs(made.owner, "select to_regclass('app.organisation') as made")).toEqual([{ made: null }])
  await runAs(made.owner, 'drop table app.sheet')
  const opened = await openDatabase(made)
  expect(opened).toMatchObject({ ok: true })
  if (opened.ok) await opened.value.close()
})

test('STO-17 a database that a newer version has used is refused', async () => {
  const { owner, app } = await openTestDatabase()
  await runAs(
    owner,
    "insert into app.migration (number, name, checksum) values (9999, '9999-later.sql', 'x')",
  )
  expect(await openDatabase({ owner, app })).toMatchObject({ ok: false, refusal: { kind: 'newer-database' } })
})

test('STO-17 a database made by other migrations is refused', async () => {
  const { owner, app } = await openTestDatabase()
  await runAs(owner, "update app.migration set checksum = 'x' where number = 1")
  expect(await openDatabase({ owner, app })).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-migration' },
  })
})
