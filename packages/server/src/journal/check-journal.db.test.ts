import { expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import { appendEntries } from './append-entries.ts'
import { type CheckProgress, checkJournal } from './check-journal.ts'
import type { Finding } from './finding.ts'
import { anOrganisation, aSubjectId, ofCase, opening } from './testing/an-organisation.ts'
import { tamper } from './testing/tamper.ts'

test('STO-9 a journal that nobody has touched is whole, and the check says how far it is', async () => {
  const { check } = await aJournal()
  const progress: CheckProgress[] = []
  expect(await check((step) => progress.push(step))).toEqual({
    entries: 6,
    subjects: 3,
    findings: [],
    findingCount: 0,
    fingerprint: { position: 6, digits: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(progress).toEqual([
    { phase: 'entries', checked: 6, total: 6 },
    { phase: 'sheets', checked: 3, total: 3 },
  ])
})

// Each line is what a hand with every right over the database might do, and what the check must say of it.
test.each<[string, string, Finding[]]>([
  [
    'a changed value',
    `update app.entry set body = replace(body, '"survivor"', '"rumour"') where position = 5`,
    [
      { found: 'chain-broken', position: 5, id: anEntryId(5) },
      { found: 'sheet-differs', part: 'aftercare', subject: aSubjectId(1) },
    ],
  ],
  [
    'a changed value with its hash made to fit',
    `update app.entry set body = replace(body, 'cw-01', 'cw-02'), hash = ${hashOf(5, `replace(body, 'cw-01', 'cw-02')`)} where position = 5`,
    [
      { found: 'chain-broken', position: 6, id: anEntryId(6) },
      { found: 'sheet-differs', part: 'aftercare', subject: aSubjectId(1) },
    ],
  ],
  [
    'a later time of arrival',
    `update app.entry set received_at = received_at + interval '1 day' where position = 3`,
    [{ found: 'chain-broken', position: 3, id: anEntryId(3) }],
  ],
  [
    'a removed entry',
    'delete from app.entry where position = 3',
    [
      { found: 'positions-missing', from: 3, to: 3 },
      { found: 'chain-broken', position: 4, id: anEntryId(4) },
      { found: 'subject-surplus', subject: aSubjectId(2) },
      { found: 'sheet-surplus', part: 'cases', subject: aSubjectId(2) },
    ],
  ],
  [
    'a removed last entry',
    'delete from app.entry where position = 6',
    [
      { found: 'positions-missing', from: 6, to: 6 },
      { found: 'subject-surplus', subject: aSubjectId(3) },
      { found: 'sheet-surplus', part: 'aftercare', subject: aSubjectId(3) },
    ],
  ],
  [
    'a removed last entry with the end of the feed moved back',
    `delete from app.entry where position = 6; update app.org_feed set n = 5`,
    [
      { found: 'head-differs', position: 5 },
      { found: 'sheet-behind-the-end', part: 'aftercare', subject: aSubjectId(1) },
      { found: 'sheet-behind-the-end', part: 'aftercare', subject: aSubjectId(3) },
      { found: 'subject-surplus', subject: aSubjectId(3) },
      { found: 'sheet-surplus', part: 'aftercare', subject: aSubjectId(3) },
    ],
  ],
  [
    'an entry slipped in behind the end',
    `insert into app.entry select org_id, '${anEntryId(7)}', 7, subject_id, kind, amends, retracts, row_id, received_at, hash,
       replace(body, '${anEntryId(5)}', '${anEntryId(7)}') from app.entry where position = 5`,
    [
      { found: 'behind-the-end', position: 7, id: anEntryId(7) },
      { found: 'chain-broken', position: 7, id: anEntryId(7) },
      { found: 'sheet-differs', part: 'aftercare', subject: aSubjectId(1) },
    ],
  ],
  [
    'two entries that changed places',
    `update app.entry set position = -position where position in (2, 3);
     update app.entry set position = 5 + position where position < 0`,
    [
      { found: 'chain-broken', position: 2, id: anEntryId(3) },
      { found: 'chain-broken', position: 3, id: anEntryId(2) },
      { found: 'chain-broken', position: 4, id: anEntryId(4) },
    ],
  ],
  [
    'an entry put into another journal by its column alone',
    `update app.entry set subject_id = '${aSubjectId(3)}', kind = 'assessment', row_id = 'x' where position = 5`,
    [
      { found: 'columns-differ', position: 5, id: anEntryId(5), columns: ['subject_id', 'kind', 'row_id'] },
      { found: 'sheet-differs', part: 'aftercare', subject: aSubjectId(1) },
      { found: 'sheet-differs', part: 'aftercare', subject: aSubjectId(3) },
    ],
  ],
  [
    'an entry under another id',
    `update app.entry set id = '${anEntryId(99)}', amends = null, retracts = '${anEntryId(1)}' where position = 4`,
    [{ found: 'columns-differ', position: 4, id: anEntryId(99), columns: ['id', 'amends', 'retracts'] }],
  ],
  [
    'bytes that say the same in another way',
    `update app.entry set body = replace(body, ',', ', ') where position = 3`,
    [
      { found: 'chain-broken', position: 3, id: anEntryId(3) },
      { found: 'body-unreadable', position: 3, id: anEntryId(3) },
    ],
  ],
  [
    'bytes that say nothing',
    `update app.entry set body = '{"cut' where position = 1`,
    [
      { found: 'chain-broken', position: 1, id: anEntryId(1) },
      { found: 'body-unreadable', position: 1, id: anEntryId(1) },
    ],
  ],
  [
    'another end of the chain',
    `update app.org_feed set head = decode(repeat('00', 32), 'hex')`,
    [{ found: 'head-differs', position: 6 }],
  ],
  [
    'an amendment of something that is not there',
    `update app.entry set body = replace(body, '${anEntryId(2)}', '${anEntryId(77)}'), amends = '${anEntryId(77)}' where position = 4`,
    [
      { found: 'chain-broken', position: 4, id: anEntryId(4) },
      { found: 'target-wrong', position: 4, id: anEntryId(4) },
      { found: 'sheet-differs', part: 'aftercare', subject: aSubjectId(1) },
    ],
  ],
  [
    'a removed subject',
    `delete from app.subject where id = '${aSubjectId(3)}'`,
    [
      { found: 'subject-wrong', position: 6, id: anEntryId(6) },
      { found: 'sheet-surplus', part: 'aftercare', subject: aSubjectId(3) },
      { found: 'codes-differ', organisation: expect.any(String) },
    ],
  ],
  [
    'a subject of another type',
    `update app.subject set type = 'nothing' where id = '${aSubjectId(3)}'`,
    [
      { found: 'subject-wrong', position: 6, id: anEntryId(6) },
      { found: 'sheet-surplus', part: 'aftercare', subject: aSubjectId(3) },
      { found: 'codes-differ', organisation: expect.any(String) },
    ],
  ],
  [
    'a changed sheet',
    `update app.sheet set body = replace(body, 'shelter', 'prison') where part = 'cases'`,
    [{ found: 'sheet-differs', part: 'cases', subject: aSubjectId(2) }],
  ],
  [
    'a removed sheet',
    `delete from app.sheet where part = 'cases'`,
    [{ found: 'sheet-missing', part: 'cases', subject: aSubjectId(2) }],
  ],
  [
    'a sheet said to tell nothing',
    `update app.sheet set body = null where part = 'cases'`,
    [{ found: 'sheet-missing', part: 'cases', subject: aSubjectId(2) }],
  ],
  [
    'sheets of nothing',
    `insert into app.sheet select org_id, 'health', subject_id, '{}', 1 from app.sheet where part = 'cases';
     insert into app.sheet select org_id, 'no_such_part', subject_id, '{}', 1 from app.sheet where part = 'cases'`,
    [
      { found: 'sheet-surplus', part: 'no_such_part', subject: aSubjectId(2) },
      { found: 'sheet-surplus', part: 'health', subject: aSubjectId(2) },
    ],
  ],
])('STO-9 the check finds %s', async (_, tampering, expected) => {
  const { check, ...store } = await aJournal()
  await tamper(store, tampering)
  const { findings, findingCount } = await check()
  expect(findings).toEqual(expected)
  expect(findingCount).toBe(expected.length)
})

test('STO-9 of very many findings the first are listed and all are counted', async () => {
  const store = await anOrganisation()
  const { database, organisation } = store
  const many = Array.from({ length: 1100 }, (_, n) => ofCase(1, n + 1))
  await database.withTransaction(organisation, (tx) => appendEntries(tx, many))
  await tamper(store, `update app.entry set kind = 'assessment'`)
  const { findings, findingCount } = await checkJournal(database, organisation)
  expect(findings).toHaveLength(1000)
  expect(findingCount).toBe(1100)
})

/** Six entries in three journals: an opening, visits, an amendment. */
async function aJournal() {
  const store = await anOrganisation()
  const { database, organisation } = store
  await database.withTransaction(organisation, (tx) =>
    appendEntries(tx, [ofCase(1, 1), ofCase(1, 2), opening(2, 3), ofCase(1, 4, { amends: anEntryId(2) })]),
  )
  await database.withTransaction(organisation, (tx) => appendEntries(tx, [ofCase(1, 5), ofCase(3, 6)]))
  const check = (onProgress?: (progress: CheckProgress) => void) =>
    checkJournal(database, organisation, onProgress)
  return { ...store, check }
}

/** The hash that the chain would have at this position with another body. */
function hashOf(position: number, body: string): string {
  return `sha256((select hash from app.entry as before where before.position = ${position - 1})
    || int8send(position) || int8send((extract(epoch from received_at) * 1000)::bigint) || convert_to(${body}, 'UTF8'))`
}
