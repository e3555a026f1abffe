import { expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import { appendEntries } from './append-entries.ts'
import { openBulkAppend } from './bulk-append.ts'
import { checkJournal } from './check-journal.ts'
import { refoldWhenChanged } from './refold-when-changed.ts'
import {
  anOrganisation,
  anotherOrganisation,
  aSubjectId,
  ofCase,
  opening,
} from './testing/an-organisation.ts'
import { tamper } from './testing/tamper.ts'

/** Two organisations of the same two cases, and what a check of everything finds: by organisation, in words. */
async function twoOrganisations() {
  const store = await anOrganisation()
  const { database, organisation } = store
  const other = await anotherOrganisation(store)
  for (const actor of [organisation, other]) {
    await database.withTransaction(actor, (tx) => appendEntries(tx, [opening(1, 1), opening(2, 2)]))
    await database.withTransaction(actor, (tx) => appendEntries(tx, [ofCase(1, 3)]))
  }
  const check = async (): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {}
    const ids = await database.withWholeSnapshot((deployment) => deployment.storedOrganisationIds())
    for (const orgId of ids) {
      const { findings } = await checkJournal(database, { orgId })
      if (findings.length > 0) {
        const name = orgId === organisation.orgId ? 'ours' : orgId === other.orgId ? 'other' : 'stray'
        found[name] = findings.map((finding) => finding.found)
      }
    }
    return found
  }
  return { ...store, other, check, own: `org_id = '${organisation.orgId}'` }
}

const stray = '99999999-9999-4999-8999-999999999999'

// Nothing of these is in the hash chain.
test.each<[string, (own: string) => string, string[]]>([
  ['two codes that changed places', swapCodes, ['codes-differ']],
  [
    'a changed code',
    (own) => `update app.subject set code = 'C-9' where code = 'C-1' and ${own}`,
    ['codes-differ'],
  ],
  [
    'a subject too many',
    (own) =>
      `insert into app.subject select org_id, '${aSubjectId(9)}', 'case', 'C-9' from app.organisation where ${own}`,
    ['subject-surplus', 'codes-differ'],
  ],
  [
    'another name',
    (own) => `update app.organisation set name = 'Nodi' where ${own}`,
    ['organisation-differs'],
  ],
  [
    'invented people said to be real',
    (own) => `update app.organisation set synthetic = false where ${own}`,
    ['organisation-differs'],
  ],
  [
    'another epoch',
    (own) => `update app.organisation set epoch = '${stray}' where ${own}`,
    ['organisation-differs'],
  ],
  [
    'another beginning',
    (own) => `update app.organisation set created_at = created_at - interval '1 ms' where ${own}`,
    ['organisation-differs'],
  ],
  [
    'other rules of folding',
    (own) => `update app.organisation set folds = 'x' where ${own}`,
    ['other-rules'],
  ],
  [
    'rules of folding taken away',
    (own) => `update app.organisation set folds = null where ${own}`,
    ['other-rules'],
  ],
  [
    'another digest of the codes',
    (own) => `update app.org_feed set codes = sha256(codes) where ${own}`,
    ['codes-differ'],
  ],
  [
    'another digest of the organisation',
    (own) => `update app.org_feed set about = sha256(about) where ${own}`,
    ['organisation-differs'],
  ],
  ['a removed organisation', (own) => `delete from app.organisation where ${own}`, ['organisation-missing']],
  ['a removed feed', (own) => `delete from app.org_feed where ${own}`, ['feed-missing']],
  [
    'an organisation of which only entries are left',
    (own) =>
      ['organisation', 'org_feed', 'subject', 'sheet']
        .map((table) => `delete from app.${table} where ${own};`)
        .join(''),
    ['organisation-missing', 'feed-missing', 'subject-wrong', 'subject-wrong', 'subject-wrong'],
  ],
  [
    'a sheet that tells nothing, of nobody',
    (own) =>
      `insert into app.sheet select org_id, 'cases', '${aSubjectId(9)}', null, 1 from app.organisation where ${own}`,
    ['sheet-surplus'],
  ],
  [
    'a sheet that tells nothing, of no part there is',
    (own) =>
      `insert into app.sheet select org_id, 'no_such_part', '${aSubjectId(1)}', null, 1 from app.organisation where ${own}`,
    ['sheet-surplus'],
  ],
  [
    'a sheet that tells nothing, of a part that a case has not',
    (own) =>
      `insert into app.sheet select org_id, 'training', '${aSubjectId(1)}', null, 1 from app.organisation where ${own}`,
    ['sheet-surplus'],
  ],
])('STO-9 the check finds %s', async (_, tampering, expected) => {
  const { check, own, ...store } = await twoOrganisations()
  expect(await check()).toEqual({})
  await tamper(store, tampering(own))
  expect(await check()).toEqual({ ours: expected })
})

// A hand may write what this program never would.
test.each<[string, (own: string) => string, string]>([
  [
    'a time without end',
    (own) => `update app.entry set received_at = 'infinity' where position = 2 and ${own}`,
    'chain-broken',
  ],
  [
    'a time before all times',
    (own) => `update app.entry set received_at = '4713-01-01 BC' where position = 2 and ${own}`,
    'chain-broken',
  ],
  [
    'the largest position there can be',
    (own) => `update app.entry set position = 9223372036854775807 where position = 3 and ${own}`,
    'behind-the-end',
  ],
  [
    'the smallest position there can be',
    (own) => `update app.entry set position = -9223372036854775808 where position = 1 and ${own}`,
    'chain-broken',
  ],
  [
    'a hash of a million bytes',
    (own) =>
      `update app.entry set hash = convert_to(repeat('x', 1000000), 'UTF8') where position = 1 and ${own}`,
    'chain-broken',
  ],
  ['no hash', (own) => `update app.entry set hash = '' where position = 1 and ${own}`, 'chain-broken'],
  [
    'a body of brackets',
    (own) =>
      `update app.entry set body = repeat('[', 200000) || repeat(']', 200000) where position = 1 and ${own}`,
    'body-unreadable',
  ],
  [
    'the farthest end of the feed',
    (own) => `update app.org_feed set n = 9223372036854775807 where ${own}`,
    'positions-missing',
  ],
  [
    'an organisation from the beginning of time',
    (own) => `update app.organisation set created_at = '-infinity' where ${own}`,
    'organisation-differs',
  ],
  [
    'a sheet of the last position there can be',
    (own) => `update app.sheet set position = 9223372036854775807 where ${own}`,
    'sheet-behind-the-end',
  ],
  [
    'a subject of a type that is a word of the language',
    (own) => `update app.subject set type = 'constructor' where code = 'C-1' and ${own}`,
    'subject-wrong',
  ],
])('STO-9 the check comes to its end and finds %s', async (_, tampering, expected) => {
  const { check, own, ...store } = await twoOrganisations()
  await tamper(store, tampering(own))
  const found = await check()
  expect(Object.keys(found)).toEqual(['ours'])
  expect(found.ours).toContain(expected)
})

test.each([
  [
    'subject',
    `insert into app.subject select '${stray}', id, type, code from app.subject limit 1`,
    'subject-surplus',
  ],
  [
    'sheet',
    `insert into app.sheet select '${stray}', part, subject_id, body, 0 from app.sheet limit 1`,
    'sheet-surplus',
  ],
  [
    'end of a feed',
    `insert into app.org_feed select '${stray}', n, head, codes, about from app.org_feed limit 1`,
    'positions-missing',
  ],
  [
    'entry',
    `insert into app.entry select '${stray}', id, position, subject_id, kind, amends, retracts, row_id, received_at, hash, body
       from app.entry where position = 1 limit 1`,
    'chain-broken',
  ],
])('STO-9 the check finds a %s of an organisation that was never there', async (_, tampering, among) => {
  const { check, ...store } = await twoOrganisations()
  await tamper(store, tampering)
  const found = await check()
  expect(Object.keys(found)).toEqual(['stray'])
  expect(found.stray).toContain('organisation-missing')
  expect(found.stray).toContain(among)
})

test('STO-9 codes are digested whichever way subjects come, and not those that are refused', async () => {
  const { database, check, organisation } = await twoOrganisations()
  const taken = { ...ofCase(7, 20), subjectCode: 'C-1' }
  await database.withTransaction(organisation, (tx) =>
    appendEntries(tx, [ofCase(4, 10), taken, ofCase(5, 11)]),
  )
  await database.withTransaction(organisation, async (tx) => {
    const bulk = await openBulkAppend(tx)
    await bulk.add([ofCase(6, 12), ofCase(1, 13)])
    await bulk.add([ofCase(8, 14), ofCase(6, 15, { amends: anEntryId(12) })])
    await bulk.finish()
  })
  await Promise.all(
    [20, 21, 22, 23].map((number) =>
      database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(number, 100 + number)])),
    ),
  )
  expect(await check()).toEqual({})
})

test('STO-18 what a hand has made unreadable is left as it was, so that the data folder opens and can be checked', async () => {
  const { database, check, own, ...store } = await twoOrganisations()
  const garbage = `update app.entry set body = '{"cut' where position = 1 and ${own}`
  await tamper(store, `${garbage}; update app.organisation set folds = null`)
  await refoldWhenChanged(database)
  expect((await check()).ours).toContain('body-unreadable')
})

test('STO-9 without the end of its feed a data folder still opens, so that it can be checked', async () => {
  const { database, own, ...store } = await twoOrganisations()
  await tamper(
    { ...store },
    `update app.organisation set folds = null; delete from app.org_feed where ${own}`,
  )
  await expect(refoldWhenChanged(database)).resolves.toBeUndefined()
})

/** The unique key holds at every step. */
function swapCodes(own: string): string {
  const call = (from: string, to: string) =>
    `update app.subject set code = '${to}' where code = '${from}' and ${own};`
  return call('C-1', 'C-x') + call('C-2', 'C-1') + call('C-x', 'C-2')
}
