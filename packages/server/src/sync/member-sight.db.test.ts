import { answerPush } from '@sathi/sync'
import { expect, test } from 'vitest'
import { type MemberSight, statement, type Transaction } from '../database/index.ts'
import { runAs, withLogin } from '../database/testing/open-test-database.ts'
import { anotherOrganisation } from '../journal/testing/an-organisation.ts'
import {
  aFollowUp,
  aMemberId,
  aNewKey,
  anOpening,
  aPeopledOffice,
  aPush,
  aSubjectId,
  sealed,
  signedBy,
  speaker,
} from './testing/a-peopled-office.ts'

const counted = (table: string): ReturnType<typeof statement> =>
  statement(`test_count_${table}`, `select count(*)::int as count from ${table}`)
const tables = [
  'app.organisation',
  'app.org_feed',
  'app.member',
  'app.subject',
  'app.entry',
  'app.sheet',
  'app.compartment_key',
  'app.key_wrap',
  'app.blob',
  'app.blob_chunk',
  'app.assignment',
  'app.break_glass',
  'app.device',
  'app.member_role',
  'app.access_event',
  'app.quarantine',
  'app.name_token',
  'app.sealed_read',
  'app.audit_entry',
  'app.audit_end',
] as const
const counts = new Map(tables.map((table) => [table, counted(table)]))
const selectKinds = statement('test_select_kinds', 'select distinct kind from app.entry order by kind')
const selectCodes = statement('test_select_codes', 'select code from app.subject order by code')
const selectParts = statement('test_select_parts', 'select distinct part from app.sheet order by part')
const selectWraps = statement(
  'test_select_wraps',
  'select subject_id, compartment from app.key_wrap order by subject_id, compartment',
)

const [worker, other, counsellor, supervisor, officer, mentor, trainer] = [1, 2, 3, 4, 5, 6, 7] as const

async function anOfficeAtWork() {
  const office = await aPeopledOffice({
    [worker]: ['caseworker'],
    [other]: ['caseworker'],
    [counsellor]: ['counsellor'],
    [supervisor]: ['supervisor'],
    [officer]: ['me_officer'],
    [mentor]: ['peer_mentor'],
    [trainer]: ['training_officer'],
  })
  const { ports, inOffice } = office
  for (const [number, caseNumber] of [
    [worker, 1],
    [other, 2],
  ] as const) {
    const blob = `00000000-0000-7000-8f00-00000000000${caseNumber}` as never
    await ports.store.transact(speaker(number), async (tx) => {
      const chunks = ['c'.repeat(43)]
      await tx.putBlob({ blob, subject: aSubjectId(caseNumber), compartment: 'casework', size: 3, chunks })
      await tx.putChunk(blob, 0, Uint8Array.of(1, 2, 3))
    })
    await answerPush(
      ports,
      speaker(number),
      aPush(number, {
        submissions: [
          { ...anOpening(number, caseNumber, caseNumber * 10), tokens: [`token-${caseNumber}`] },
          aFollowUp(number, caseNumber, caseNumber * 10 + 1, { sealed: sealed('casework') }),
        ],
        keys: [
          aNewKey(caseNumber, 'casework', [number, supervisor]),
          aNewKey(caseNumber, 'counselling', [number, counsellor]),
        ],
        reads: [
          {
            subject: aSubjectId(caseNumber),
            compartment: 'casework',
            at: '2026-01-01T00:00:00.000Z' as never,
            offline: true,
          },
        ],
      }),
    )
    await office.assign(counsellor, caseNumber)
    await answerPush(
      ports,
      speaker(counsellor),
      aPush(counsellor, {
        submissions: [
          aFollowUp(counsellor, caseNumber, caseNumber * 10 + 2, {
            kind: 'counselling_session',
            open: { session_number: 1 },
          }),
        ],
      }),
    )
  }
  // Something waits for a person.
  await answerPush(
    ports,
    speaker(other),
    aPush(other, {
      submissions: [aFollowUp(other, 2, 21, { open: { channel: 'phone', reached: 'survivor' } })],
    }),
  )
  const agency = signedBy(trainer, {
    entry: {
      ...aFollowUp(trainer, 90, 90).entry,
      subject: { type: 'agency', id: aSubjectId(90) },
      kind: 'agency_registered',
      open: { name: 'Shishir', type: 'NGO', country: 'BD' },
    },
    subjectCode: 'A-1',
  })
  await answerPush(ports, speaker(trainer), aPush(trainer, { submissions: [agency] }))
  const rowsFor = async (sight: MemberSight | undefined): Promise<Record<string, number>> =>
    inOffice(async (tx) => {
      const found: Record<string, number> = {}
      for (const [table, query] of counts) {
        const [row] = sight
          ? await tx.queryFor<{ count: number }>(sight, query, [])
          : await tx.query<{ count: number }>(query, [])
        found[table] = row?.count ?? -1
      }
      return found
    })
  return { ...office, rowsFor }
}

test('OFC-2 a member is shown her own cases in every table, and of all others nothing', async () => {
  const office = await anOfficeAtWork()
  const all = await office.rowsFor(undefined)
  expect(Object.entries(all).filter(([table, rows]) => rows < 1 && table !== 'app.break_glass')).toEqual([])
  expect(all).toMatchObject({ 'app.entry': 7, 'app.subject': 3, 'app.key_wrap': 10, 'app.blob': 2 })
  const hers = await office.rowsFor(await office.sightOf(worker))
  expect(hers).toMatchObject({
    'app.organisation': 1,
    'app.member': 7,
    // Her case and the agency; of its three entries the session is not hers to read.
    'app.subject': 2,
    'app.entry': 3,
    'app.compartment_key': 1,
    'app.key_wrap': 1,
    'app.blob': 1,
    'app.blob_chunk': 1,
    'app.assignment': 1,
    'app.break_glass': 0,
    'app.device': 1,
    'app.member_role': 1,
    'app.quarantine': 0,
    'app.name_token': 0,
    'app.sealed_read': 0,
    'app.audit_entry': 0,
    'app.audit_end': 0,
  })
  const asHer = async <Row extends object>(number: number, query: ReturnType<typeof statement>) => {
    const sight = await office.sightOf(number)
    return office.inOffice((tx: Transaction) => tx.queryFor<Row>(sight, query, []))
  }
  expect(await asHer(worker, selectCodes)).toEqual([{ code: 'A-1' }, { code: 'C-1' }])
  expect(await asHer(worker, selectKinds)).toEqual([
    { kind: 'agency_registered' },
    { kind: 'case_opened' },
    { kind: 'follow_up' },
  ])
  expect((await asHer<{ part: string }>(worker, selectParts)).map(({ part }) => part)).not.toContain(
    'counselling',
  )
  expect(await asHer(trainer, selectCodes)).toEqual([{ code: 'A-1' }])
  // Every case under its code, and nothing that is sealed.
  expect(await office.rowsFor(await office.sightOf(officer))).toMatchObject({
    'app.subject': 3,
    'app.entry': 7,
    'app.key_wrap': 0,
    'app.compartment_key': 0,
    'app.blob': 0,
    'app.blob_chunk': 0,
  })
  expect(await office.rowsFor(await office.sightOf(mentor))).toMatchObject({
    'app.subject': 0,
    'app.entry': 0,
  })
})

test('OFC-2 a case that is hers in one role shows what that role sees, and a pair shows itself', async () => {
  const office = await anOfficeAtWork()
  await office.assign(mentor, 1, 'peer_mentor')
  // An assignment in a role that is not hers gives nothing.
  await office.assign(worker, 2, 'counsellor')
  const codesOf = async (number: number) => {
    const sight = await office.sightOf(number)
    return office.inOffice((tx: Transaction) => tx.queryFor<{ code: string }>(sight, selectCodes, []))
  }
  expect(await codesOf(mentor)).toEqual([{ code: 'C-1' }])
  expect(await office.rowsFor(await office.sightOf(mentor))).toMatchObject({ 'app.entry': 0, 'app.sheet': 0 })
  expect(await codesOf(worker)).toEqual([{ code: 'A-1' }, { code: 'C-1' }])
})

test('OFC-6 a wrap that is held in reserve shows itself when the glass is broken, of that one case', async () => {
  const office = await anOfficeAtWork()
  const wrapsOf = async () => {
    const sight = await office.sightOf(supervisor)
    return office.inOffice((tx: Transaction) => tx.queryFor(sight, selectWraps, []))
  }
  expect(await wrapsOf()).toEqual([])
  await office.breakGlass(supervisor, 2)
  expect(await wrapsOf()).toEqual([{ subject_id: aSubjectId(2), compartment: 'casework' }])
  expect(await office.rowsFor(await office.sightOf(supervisor))).toMatchObject({ 'app.blob_chunk': 1 })
})

test('OFC-2 what is read for a device is read as its member sees it, before any judgement', async () => {
  const office = await anOfficeAtWork()
  const range = { after: 0, until: 100, limit: 100 }
  const readFor = (number: number) =>
    office.ports.store.transact(speaker(number), async (tx) => ({
      feed: (await tx.readFeed(range)).entries.length,
      ofCase: (await tx.readSubjectFeed(aSubjectId(2), range)).entries.length,
      wraps: (await tx.readWraps(aSubjectId(2))).length,
      chunk: await tx.readChunk('00000000-0000-7000-8f00-000000000002' as never, 0),
      wrapsTold: (await tx.readEvents(range)).filter(({ what }) => what.event === 'wrap').length,
    }))
  expect(await readFor(other)).toMatchObject({ feed: 3, ofCase: 2, wraps: 1, wrapsTold: 1 })
  const nothing = { ofCase: 0, wraps: 0, chunk: undefined }
  expect(await readFor(worker)).toMatchObject({ ...nothing, feed: 3 })
  expect(await readFor(supervisor)).toMatchObject({ ...nothing, feed: 1, wrapsTold: 0 })
  await office.breakGlass(supervisor, 2)
  expect(await readFor(supervisor)).toMatchObject({ feed: 4, ofCase: 3, wraps: 1, wrapsTold: 1 })
})

test('OFC-2 whatever a statement reads for a member, it writes in no table', async () => {
  const office = await anOfficeAtWork()
  const sight = await office.sightOf(worker)
  const member = { ...office.organisation, member: sight }
  const attempts = [
    "update app.entry set body = '{}'",
    "update app.subject set code = 'X'",
    "update app.device set state = 'approved'",
    "update app.assignment set state = 'running'",
    "update app.member set state = 'active'",
    'delete from auth.credential',
  ]
  for (const [index, text] of attempts.entries()) {
    const rows = office.database.withTransaction(member, (tx) =>
      tx.query(statement(`test_attempt_${index}`, `${text} where true returning 1 as done`), []),
    )
    await expect(rows.catch((error: Error) => error.message)).resolves.toEqual(
      expect.toSatisfy((said) => (Array.isArray(said) ? said.length === 0 : /permission denied/.test(said))),
    )
  }
  const added = office.database.withTransaction(member, (tx) =>
    tx.query(
      statement(
        'test_attempt_insert',
        `insert into app.assignment (org_id, id, member_id, subject_id, from_at, given_by, given_at, state)
         values ((select app.org_id()), gen_random_uuid(), $1, $2, now(), $1, now(), 'running')`,
      ),
      [aMemberId(worker), aSubjectId(2)],
    ),
  )
  await expect(added).rejects.toThrow('row-level security')
})

test('OFC-2 a sight of another organisation, of nobody or of nothing shows no case', async () => {
  const office = await anOfficeAtWork()
  const foreign = await anotherOrganisation(office)
  const sight = await office.sightOf(worker)
  const elsewhere = await office.database.withTransaction({ ...foreign, member: sight }, (tx) =>
    tx.query<{ count: number }>(counts.get('app.entry') as never, []),
  )
  expect(elsewhere).toEqual([{ count: 0 }])
  const stranger = { ...sight, id: aMemberId(99), everywhere: { kinds: [], parts: [], opens: [], types: [] } }
  expect(await office.rowsFor(stranger)).toMatchObject({
    'app.subject': 0,
    'app.entry': 0,
    'app.key_wrap': 0,
  })
  const nobody = office.database.withTransaction(
    { ...foreign, member: { ...sight, id: '' as never } },
    (tx) => tx.query(selectCodes, []),
  )
  await expect(nobody).rejects.toThrow('a member is named by a UUID')
  // A hand on the settings themselves: what is no UUID or no list is an error or nothing, never everything.
  await withLogin(office.app, async (run) => {
    await run(`set app.org_id = '${office.organisation.orgId}'`)
    await run(`set app.member_id = '${aMemberId(worker)}'`)
    expect(await run('select code from app.subject')).toEqual([])
    for (const lists of ['{}', '[]', '{"cases": 1}', 'null']) {
      await run(`set app.sight = '${lists}'`)
      expect(await run('select code from app.subject').catch(() => [])).toEqual([])
    }
    await run("set app.sight = 'nonsense'")
    await expect(run('select code from app.subject')).rejects.toThrow('json')
    await run("set app.member_id = 'everybody'")
    await expect(run('select code from app.subject')).rejects.toThrow('uuid')
  })
})

test('OFC-2 a name in the lists cannot end the setting that it stands in', async () => {
  const office = await anOfficeAtWork()
  const sight = await office.sightOf(worker)
  const kinds = [...sight.everywhere.kinds, "x'); select set_config('app.member_id', '', true); --"]
  const member = { ...sight, everywhere: { ...sight.everywhere, kinds } }
  const rows = await office.database.withTransaction({ ...office.organisation, member }, (tx) =>
    tx.query(selectCodes, []),
  )
  expect(rows).toEqual([{ code: 'A-1' }, { code: 'C-1' }])
})

test('OFC-2 every table says what a member sees of it, and that she writes nothing', async () => {
  const { owner } = await aPeopledOffice({})
  const unsaid = await runAs(
    owner,
    `select c.oid::regclass::text as table from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where n.nspname in ('app', 'auth') and c.relkind = 'r' and c.relname not in ('migration', 'first_set_up')
       and (select count(*) from pg_policy as p where p.polrelid = c.oid and not p.polpermissive
         and p.polname in ('member_sees', 'member_adds_nothing', 'member_changes_nothing', 'member_removes_nothing')) <> 4`,
  )
  expect(unsaid).toEqual([])
})
