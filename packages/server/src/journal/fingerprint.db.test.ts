import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runAs, type TestStore } from '../database/testing/open-test-database.ts'
import { appendEntries } from './append-entries.ts'
import { checkJournal } from './check-journal.ts'
import { digestAbout } from './digests.ts'
import {
  anOrganisation,
  anotherOrganisation,
  aSubjectId,
  ofCase,
  opening,
} from './testing/an-organisation.ts'
import { tamper } from './testing/tamper.ts'

async function aStoreToFingerprint() {
  const store = await anOrganisation()
  const { database, organisation } = store
  await database.withTransaction(organisation, (tx) =>
    appendEntries(tx, [opening(2, 1), opening(1, 2), ofCase(1, 3)]),
  )
  const fingerprint = async (at?: number) =>
    (await checkJournal(database, organisation, undefined, at)).fingerprint
  return { ...store, fingerprint }
}

test('STO-19 the fingerprint is made of the bytes that are documented', async () => {
  const { organisation, fingerprint, owner } = await aStoreToFingerprint()
  const { orgId } = organisation
  const [feed] = (await runAs(owner, `set app.org_id = '${orgId}'`, 'select head from app.org_feed')) as {
    head: Buffer
  }[]
  const subjects = [1, 2].map((n) => `sathi subject 1\n${orgId}\n${aSubjectId(n)}\ncase\nC-${n}\n`)
  const lines = [
    'sathi fingerprint 1',
    3,
    feed?.head.toString('hex'),
    sha256(subjects.join('')),
    'true',
    organisation.createdAt.getTime(),
    'Shobuj Pata',
  ]
  expect(await fingerprint()).toEqual({ position: 3, digits: sha256(lines.join('\n')) })
})

test('STO-19 the fingerprint of an earlier position stays the same while the journal goes on', async () => {
  const { database, organisation, fingerprint } = await aStoreToFingerprint()
  const noted = await fingerprint()
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(3, 4), ofCase(1, 5)]))
  expect((await fingerprint())?.digits).not.toBe(noted?.digits)
  expect(await fingerprint(3)).toEqual(noted)
  expect(await fingerprint(6)).toBeUndefined()
})

// The owner of the database changes everything so that it fits together: nothing is found, but the number is another.
test.each([
  ['a code', `update app.subject set code = 'C-9' where code = 'C-1'`],
  ['the name', `update app.organisation set name = 'Nodi'`],
  ['whether people are invented', 'update app.organisation set synthetic = false'],
  ['since when it is there', `update app.organisation set created_at = created_at + interval '1 ms'`],
])('STO-19 the fingerprint tells that %s was changed, with the digests made to fit', async (_, sql) => {
  const { database, organisation, fingerprint, owner, ...store } = await aStoreToFingerprint()
  const noted = await fingerprint()
  await tamper({ owner }, sql)
  await migrateAnew({ ...store, owner })
  expect((await checkJournal(database, organisation)).findings).toEqual([])
  expect((await fingerprint())?.digits).not.toBe(noted?.digits)
})

test('STO-17 what was stored before there were digests is digested by the migration, for every organisation', async () => {
  const store = await anOrganisation()
  const { database, organisation } = store
  const empty = await anotherOrganisation(store)
  const many = Array.from({ length: 300 }, (_, n) => ofCase(n, n + 1))
  await database.withTransaction(organisation, (tx) =>
    appendEntries(tx, [...many, { ...ofCase(301, 301), subjectCode: 'সাথী — ৩০১' }]),
  )
  await migrateAnew(store)
  for (const actor of [organisation, empty]) {
    expect((await checkJournal(database, actor)).findings).toEqual([])
  }
})

test('STO-9 each fact about an organisation is in its digest', () => {
  const about = {
    orgId: '11111111-2222-4333-8444-555555555555',
    name: 'নদী',
    synthetic: true,
    createdAt: new Date(1_614_938_400_123),
    epoch: '99999999-2222-4333-8444-555555555555',
  } as Parameters<typeof digestAbout>[0]
  const lines = ['sathi organisation 1', about.orgId, 'true', '1614938400123', about.epoch, 'নদী']
  expect(digestAbout(about).toString('hex')).toBe(sha256(lines.join('\n')))
})

/** Takes the digests away and lets the migration make them again. */
async function migrateAnew({ owner, app }: Pick<TestStore, 'owner' | 'app'>): Promise<void> {
  const migration = readFileSync(new URL('../../migrations/0003-fingerprints.sql', import.meta.url), 'utf8')
  await runAs(
    owner,
    'alter table app.org_feed drop column codes, drop column about',
    'drop function app.stored_organisation_ids()',
    ...['org_feed', 'subject', 'entry', 'sheet'].map(
      (table) => `drop policy listing_by_owner on app.${table}`,
    ),
    migration.replaceAll(':"app_login"', `"${app.user}"`),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
