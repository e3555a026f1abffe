import type { MemberId } from '@sathi/domain'
import { auditEventNames } from '@sathi/domain/staff'
import { expect, test } from 'vitest'
import { runAs } from '../database/testing/open-test-database.ts'
import { anOrganisation, anotherOrganisation } from '../journal/testing/an-organisation.ts'
import { anOffice, saidNo } from '../sign-in/testing/an-office.ts'
import { type AuditAct, appendAudit } from './append-audit.ts'
import { auditHash, firstAuditHash } from './audit-hash.ts'
import { checkAudit } from './check-audit.ts'
import { readAuditPage } from './read-audit.ts'

const somebody = '00000000-0000-7000-8000-000000000001' as MemberId
const signedIn: AuditAct = { name: 'signed_in', by: somebody, device: null, fields: { way: 'passphrase' } }

async function withActs(count: number) {
  const store = await anOrganisation()
  const { database, organisation } = store
  for (let act = 0; act < count; act += 1) {
    await database.withTransaction(organisation, (tx) => appendAudit(tx, signedIn))
  }
  const check = () => database.withSnapshot(organisation, checkAudit)
  const tamper = (...statements: string[]) =>
    runAs(
      store.owner,
      'alter table app.audit_entry disable trigger all',
      'alter table app.audit_entry no force row level security',
      'alter table app.audit_end no force row level security',
      ...statements,
    )
  return { ...store, check, tamper }
}

test('AUD-1 an act is told in the transaction that does it, or not at all', async () => {
  const { database, organisation } = await withActs(1)
  const failing = database.withTransaction(organisation, async (tx) => {
    await appendAudit(tx, signedIn)
    throw new Error('afterwards')
  })
  await expect(failing).rejects.toThrow('afterwards')
  const { entries } = await database.withSnapshot(organisation, (tx) => readAuditPage(tx, { limit: 10 }))
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ n: 1, ...signedIn })
})

test('AUD-1 acts told at the same moment follow one another', async () => {
  const { database, organisation, check } = await withActs(0)
  const acts = Array.from({ length: 12 }, () =>
    database.withTransaction(organisation, (tx) => appendAudit(tx, signedIn, signedIn)),
  )
  await Promise.all(acts)
  expect(await check()).toEqual({ acts: 24, findings: [], findingCount: 0 })
})

test('AUD-2 nobody changes or removes what was told', async () => {
  const { app, owner, organisation } = await withActs(2)
  const own = `set app.org_id = '${organisation.orgId}'`
  const forbidden = [
    "update app.audit_entry set body = '{}'",
    'delete from app.audit_entry',
    'truncate app.audit_entry',
  ]
  for (const statement of forbidden) {
    await expect(runAs(app, own, statement), statement).rejects.toThrow('permission denied')
    await expect(runAs(owner, own, statement), statement).rejects.toThrow('never changed or removed')
  }
})

test('AUD-3 the check finds a changed word, a moved moment, a missing act and a cut end', async () => {
  const cases: [string, string, object][] = [
    [
      'changed',
      `update app.audit_entry set body = replace(body, 'passphrase', 'passkey') where n = 2`,
      { found: 'audit-chain-broken', n: 2 },
    ],
    [
      'moved',
      `update app.audit_entry set at = at + interval '1 second' where n = 3`,
      { found: 'audit-chain-broken', n: 3 },
    ],
    ['missing', 'delete from app.audit_entry where n = 2', { found: 'audit-missing', from: 2, to: 2 }],
    ['cut', 'delete from app.audit_entry where n >= 3', { found: 'audit-missing', from: 3, to: 4 }],
    ['cut with its end', 'update app.audit_end set n = 2', { found: 'audit-behind-the-end', n: 3 }],
    ['gone', 'delete from app.audit_end', { found: 'audit-end-missing' }],
    [
      'another end',
      `update app.audit_end set head = decode(repeat('00', 32), 'hex')`,
      { found: 'audit-end-differs', n: 4 },
    ],
  ]
  for (const [what, statement, finding] of cases) {
    const { check, tamper } = await withActs(4)
    expect((await check()).findings, what).toEqual([])
    await tamper(statement)
    expect((await check()).findings, what).toContainEqual(finding)
  }
})

test('AUD-3 the bytes of the chain are those that its description says', () => {
  // Computed by another program from the description in audit-hash.ts.
  const orgId = '018c0000-0000-7000-8000-000000000001' as never
  const first = firstAuditHash(orgId)
  expect(first.toString('hex')).toBe('143e667b7a9b3118d5790238ce3632ac4eea15f4c4fceeb3a22399ce81bf50a4')
  expect(
    auditHash(first, 1, new Date('2021-03-05T10:00:00.000Z'), '{"name":"signed_out"}').toString('hex'),
  ).toBe('03afe1b2b86370e8fd19757ab2091bf345e096abb54e5e56233829d4e6a7234d')
})

test('AUD-4 an act that is not as declared is a bug, and nothing of it is stored', async () => {
  const { database, organisation } = await withActs(0)
  const wrong: AuditAct[] = [
    { ...signedIn, fields: { way: 'by a window' } },
    { ...signedIn, fields: { way: 'passphrase', note: 'Anjali was here' } },
    { ...signedIn, name: 'member_invited', fields: { member: 'Anjali', roles: [] } },
    { ...signedIn, by: 'Anjali' as MemberId },
    { ...signedIn, device: "Anjali's phone" },
  ]
  for (const act of wrong) {
    await expect(database.withTransaction(organisation, (tx) => appendAudit(tx, act))).rejects.toThrow()
  }
  const { entries } = await database.withSnapshot(organisation, (tx) => readAuditPage(tx, { limit: 10 }))
  expect(entries).toEqual([])
})

test('AUD-4 a whole day of people, devices and access leaves no name in it', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01')
  await office.signIn(worker, worker.device)
  const told = await office.rows('select body from app.audit_entry')
  const text = JSON.stringify(told)
  for (const name of ['Invented', 'Shobuj', 'cw-01', 'dir-01', 'Phone', 'laptop'])
    expect(text).not.toContain(name)
  for (const { name } of await office.told()) expect(auditEventNames).toContain(name)
})

test('AUD-5 the data-protection lead reads it page by page, and nobody else does', async () => {
  const office = await anOffice()
  const worker = await office.member('cw-01', ['caseworker', 'supervisor', 'me_officer'])
  expect(saidNo(await worker.browser.ask('GET', '/api/audit'))).toBe('not-yours-to-do')
  const read = async (before: number | null) =>
    (
      await office.lead.browser.ask('GET', `/api/audit?limit=3${before === null ? '' : `&before=${before}`}`)
    ).json()
  const numbers: number[] = []
  let page = await read(null)
  for (;;) {
    numbers.push(...page.entries.map(({ n }: { n: number }) => n))
    if (page.before === null) break
    page = await read(page.before)
  }
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => numbers.length - at))
  expect(numbers.length).toBeGreaterThan(6)
})

test("AUD-5 another organisation's audit journal is invisible", async () => {
  const store = await withActs(3)
  const other = await anotherOrganisation(store)
  const read = store.database.withSnapshot(other, (tx) => readAuditPage(tx, { limit: 10 }))
  expect(await read).toEqual({ entries: [], before: null })
  expect((await store.database.withSnapshot(other, checkAudit)).acts).toBe(0)
})
