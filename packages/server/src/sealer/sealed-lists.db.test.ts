import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, type Entry, isUuid } from '@sathi/domain'
import { isEntryGenuine, openPart, openWrap } from '@sathi/sealing'
import { loadRecoveryKey, readRecoveryWords } from '@sathi/sealing/recovery'
import { expect, onTestFinished, test } from 'vitest'
import { readCsvFolder } from '../../../reporting/src/testing/oracle/read-csv-folder.ts'
import { openTestDatabase, runAs, type TestStore } from '../database/testing/open-test-database.ts'
import { newSubjectId } from '../journal/index.ts'
import type { LineListFault } from '../line-list/index.ts'
import { type Files, openFiles } from '../line-list/testing/a-line-list.ts'
import { getRecoveryKey } from '../sign-in/index.ts'
import { assignCase, listCards, type NewAssignment } from '../staff/index.ts'
import { csvFolderWriter } from '../tables/index.ts'
import { exportAs } from './export-as.ts'
import { type ImportedAs, importAs } from './import-as.ts'
import type { MemberAtHand } from './member-at-hand.ts'
import { everySealedColumn, marker, namedCases, notes, visits } from './testing/sealed-list.ts'
import { actorOf, addMember, type FirstMember, setUpHouse } from './testing/some-members.ts'
import { findVouchedWrap } from './vouched-wrap.ts'

type House = TestStore &
  FirstMember & {
    importFiles(files: Files, by?: MemberAtHand, dryRun?: boolean): Promise<ImportedAs>
    exportFor(by: MemberAtHand): Promise<Awaited<ReturnType<typeof exportAs>> & { readonly folder: string }>
    rows(text: string): Promise<Record<string, unknown>[]>
  }

async function aHouse(): Promise<House> {
  const store = await openTestDatabase()
  const first = await setUpHouse(store.database)
  return {
    ...store,
    ...first,
    async importFiles(files, by = first.member, dryRun = false) {
      const outcome = await importAs(store.database, by, await openFiles(files), { dryRun })
      if (!outcome.ok) throw new Error(outcome.refusal.message)
      return outcome.value
    },
    async exportFor(by) {
      const folder = mkdtempSync(join(tmpdir(), 'sathi-sealed-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const writer = () => csvFolderWriter(folder)
      const written = await exportAs(store.database, by, {
        form: 'line_list',
        onProgress: () => undefined,
        writer,
      })
      return { ...written, folder }
    },
    rows: async (text) =>
      // The owner too sees an organisation's rows only.
      (await runAs(store.owner, `set app.org_id = '${first.member.orgId}'`, text)) as Record<
        string,
        unknown
      >[],
  }
}

const files = { case_opened: namedCases, follow_up: visits, counselling_session: notes }

const faultsOf = (outcome: ImportedAs): readonly LineListFault[] => {
  if (outcome.state !== 'refused') throw new Error(`not refused: ${outcome.state}`)
  return outcome.faults
}
const briefly = ({ file, line, column, code }: LineListFault): string =>
  [file, line, column, code].filter((part) => part !== null).join(' ')

async function entriesOf({ rows }: House): Promise<Entry[]> {
  const stored = await rows('select body from app.entry order by position')
  return stored.map(({ body }) => JSON.parse(String(body)) as Entry)
}

async function assign(house: House, to: MemberAtHand, code: string): Promise<void> {
  const actor = await actorOf(house.database, house.member)
  const [subject] = await house.rows(`select id from app.subject where code = '${code}'`)
  const given = {
    id: newSubjectId() as string,
    member: to.id,
    subject: subject?.id,
    as: null,
    from: new Date(),
    until: null,
  } as unknown as NewAssignment
  const answer = await house.database.withTransaction({ orgId: actor.orgId }, (tx) =>
    assignCase(tx, actor, given),
  )
  expect(answer).toMatchObject({ ok: true })
}

test('LIN-13 no word of a sealed column stands in any row of any table; an export by the member gives the cells back', async () => {
  const house = await aHouse()
  const list = everySealedColumn()
  expect(Object.keys(list).length).toBeGreaterThan(25)
  const outcome = await house.importFiles(list)
  expect(outcome).toMatchObject({ state: 'stored', alreadyStored: 0 })
  const tables = await house.rows(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('app', 'auth')",
  )
  expect(tables.length).toBeGreaterThan(20)
  const holding = async (word: string): Promise<unknown[]> => {
    const found = await Promise.all(
      tables.map(({ name }) =>
        house.rows(`select '${name}' as name from ${name} as t where t::text like '%${word}%' limit 1`),
      ),
    )
    return found.flat().map(({ name }) => name)
  }
  expect(await holding('shelter')).toContain('app.entry')
  expect(await holding(marker)).toEqual([])
  const { folder } = await house.exportFor(house.member)
  const written = readCsvFolder(folder)
  for (const [kind, text] of Object.entries(list)) {
    const rows = readRows(text)
    expect(rows.some((row) => Object.values(row).some((cell) => cell.includes(marker)))).toBe(true)
    for (const row of rows) {
      expect(written[kind]?.find(({ row_id }) => row_id === row.row_id)).toMatchObject(row)
    }
  }
  expect(await house.importFiles(list)).toMatchObject({
    stored: 0,
    alreadyStored: outcome.state === 'stored' ? outcome.rows : 0,
  })
})

function readRows(text: string): readonly Record<string, string>[] {
  const [header = '', ...lines] = text.trim().split('\n')
  const columns = header.split(',')
  // The programme's cells hold neither commas nor quotation marks.
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell])))
}

test('LIN-13 a sealed cell that cannot be read is told without what it says', async () => {
  const house = await aHouse()
  const bad = namedCases
    .replace('01711-000001', 'ask QXZV her aunt')
    .replace('Moyna', `QXZV${'x'.repeat(300)}`)
  const faults = faultsOf(await house.importFiles({ ...files, case_opened: bad }))
  expect(faults.map(briefly).sort()).toEqual([
    'case_opened.csv 2 name_call bad-value',
    'case_opened.csv 2 phone bad-value',
  ])
  expect(JSON.stringify(faults)).not.toContain('QXZV')
  expect(await house.rows('select 1 from app.entry')).toEqual([])
})

test('LIN-14 a row with other words in a sealed column is refused by the name of the column, with an empty one too', async () => {
  const house = await aHouse()
  await house.importFiles(files)
  expect(await house.importFiles(files)).toMatchObject({ state: 'stored', stored: 0, alreadyStored: 5 })
  const before = await house.rows('select count(*) as n from app.entry')
  const changed = {
    ...files,
    case_opened: namedCases.replace('Moyna', 'QXZV').replace('on a Tuesday', 'on a QXZV'),
    counselling_session: notes.replace('Slept better.', ''),
  }
  const faults = faultsOf(await house.importFiles(changed))
  expect(faults.map(briefly)).toEqual([
    'case_opened.csv 2 row_id row-id-reused',
    'counselling_session.csv 2 row_id row-id-reused',
  ])
  expect(faults[0]?.found).toBe('CO-1, imported before with another name_call, story')
  expect(faults[1]?.found).toBe('CS-1, imported before with another notes')
  expect(await house.rows('select count(*) as n from app.entry')).toEqual(before)
  const without = { case_opened: namedCases.replace(/,name_formal.*/, '').replaceAll(/(BD\d+),.*/g, '$1') }
  expect(await house.importFiles(without)).toMatchObject({ stored: 0, alreadyStored: 2 })
})

test('LIN-14 a telephone written in another way and names in other order of spaces are the same', async () => {
  const house = await aHouse()
  await house.importFiles(files)
  const same = namedCases.replace('01711-000001', '০১৭১১ 000001').replace('Khatun;র', 'Khatun ; র')
  expect(await house.importFiles({ case_opened: same })).toMatchObject({ stored: 0, alreadyStored: 2 })
})

test('LIN-15 kinds and cases that are not hers are refused, a case not hers as one that is not there', async () => {
  const house = await aHouse()
  await house.importFiles(files)
  const worker = await addMember(house.database, house.member, 'cw-01', ['caseworker'])
  const more = {
    follow_up: visits.replaceAll('FU-', 'FV-'),
    counselling_session: notes.replace('CS-1', 'CS-2'),
  }
  const never = { follow_up: visits.replaceAll('FU-', 'FV-').replaceAll('S-1,', 'S-9,') }
  const faults = faultsOf(await house.importFiles(more, worker))
  expect(faults.map(briefly)).toEqual([
    'follow_up.csv 2 case_code case-never-opened',
    'follow_up.csv 3 case_code case-never-opened',
    'counselling_session.csv kind-not-yours',
  ])
  const unknown = faultsOf(await house.importFiles(never, worker))[0]
  expect(unknown && { ...unknown, found: '' }).toEqual({ ...faults[0], found: '' })
  await assign(house, worker, 'S-1')
  await assign(house, worker, 'S-2')
  expect(await house.importFiles({ follow_up: more.follow_up }, worker)).toMatchObject({ stored: 2 })
  const opening = { case_opened: namedCases.replaceAll('CO-', 'CP-').replaceAll('S-', 'T-') }
  expect(await house.importFiles(opening, worker)).toMatchObject({ stored: 2 })
  const visited = { follow_up: visits.replaceAll('FU-', 'FT-').replaceAll(',S-', ',T-') }
  expect(await house.importFiles(visited, worker)).toMatchObject({ stored: 2 })
})

test('LIN-16 who may not open a compartment gets the list without its columns, and is told what was left out', async () => {
  const house = await aHouse()
  const officer = await addMember(house.database, house.member, 'me-01', ['me_officer'])
  const supervisor = await addMember(house.database, house.member, 'su-01', ['supervisor'])
  const worker = await addMember(house.database, house.member, 'cw-01', ['caseworker'])
  await house.importFiles(files)

  const coded = await house.exportFor(officer)
  expect(coded).toMatchObject({ ok: true, value: { rows: 5, damaged: [] } })
  if (coded.ok)
    expect([...(coded.value?.withheld ?? [])]).toEqual([
      ['casework', 3],
      ['counselling', 1],
    ])
  expect(Object.keys(readCsvFolder(coded.folder).case_opened?.[0] ?? {})).not.toContain('name_formal')

  expect((await house.exportFor(worker)).ok).toBe(false)

  await assign(house, supervisor, 'S-1')
  const hers = await house.exportFor(supervisor)
  const tables = readCsvFolder(hers.folder)
  expect(tables.case_opened?.map(({ case_code, name_call }) => [case_code, name_call])).toEqual([
    ['S-1', 'Moyna'],
  ])
  expect(tables.counselling_session?.[0]).not.toHaveProperty('notes')
  expect(
    await house.importFiles({ follow_up: visits.split('\n').slice(0, 2).join('\n') }, supervisor),
  ).toMatchObject({
    stored: 0,
    alreadyStored: 1,
  })
})

test('LIN-16 a sealed part that was changed is told by its row, left out, and hinders an import of the row', async () => {
  const house = await aHouse()
  await house.importFiles(files)
  const entry = (await entriesOf(house)).find(({ rowId }) => rowId === 'FU-1')
  const part = entry?.sealed?.casework
  if (entry === undefined || part === undefined || !('box' in part)) throw new Error('nothing sealed')
  const box = `${part.box.slice(0, 30)}${part.box[30] === 'A' ? 'B' : 'A'}${part.box.slice(31)}`
  const body = canonicalJson({ ...entry, sealed: { casework: { ...part, box } } })
  await house.rows(
    `alter table app.entry disable trigger all; update app.entry set body = '${body.replaceAll("'", "''")}' where id = '${entry.id}'`,
  )
  const { folder, ...written } = await house.exportFor(house.member)
  expect(written).toMatchObject({
    value: { damaged: [{ kind: 'follow_up', rowId: 'FU-1', compartment: 'casework' }] },
  })
  expect(readCsvFolder(folder).follow_up?.map(({ narrative }) => narrative)).toEqual(['', ''])
  expect(faultsOf(await house.importFiles({ follow_up: visits })).map(briefly)).toEqual([
    'follow_up.csv 2 row_id sealed-damaged',
  ])
})

test('LIN-17 every entry bears the signature of the importing member, and the author that its row names', async () => {
  const house = await aHouse()
  await house.importFiles(files)
  const { member } = house
  const entries = await entriesOf(house)
  expect(entries).toHaveLength(5)
  for (const entry of entries) {
    expect(entry.signed).toMatchObject({ by: member.id, key: 1 })
    expect(await isEntryGenuine(entry, member.orgId, member.keys.public.signing, canonicalJson)).toBe(true)
    const other = { ...entry, occurredOn: '1999' }
    expect(await isEntryGenuine(other, member.orgId, member.keys.public.signing, canonicalJson)).toBe(false)
    expect(entry.author).toBe(entry.kind === 'follow_up' ? 'cw-02' : null)
  }
})

test('SLR-2 a case has one key in each compartment, made on first need, wrapped to its author, the recovery key and who is entitled', async () => {
  const house = await aHouse()
  const supervisor = await addMember(house.database, house.member, 'su-01', ['supervisor'])
  await addMember(house.database, house.member, 'me-01', ['me_officer'])
  await house.importFiles(files)
  await house.importFiles({ follow_up: visits.replaceAll('FU-', 'FV-') })
  const wraps = await house.rows(
    `select s.code, w.compartment, w.version, w.holder, w.wrap, w.subject_id from app.key_wrap as w
     join app.subject as s on s.id = w.subject_id order by s.code, w.compartment, w.holder`,
  )
  const holders = [house.member.id, supervisor.id, 'recovery'].sort()
  expect(wraps.map(({ code, compartment, version, holder }) => [code, compartment, version, holder])).toEqual(
    [
      ...holders.map((holder) => ['S-1', 'casework', 1, holder]),
      ...holders
        .filter((holder) => holder !== supervisor.id)
        .map((holder) => ['S-1', 'counselling', 1, holder]),
      ...holders.map((holder) => ['S-2', 'casework', 1, holder]),
    ],
  )

  const told = await house.rows(
    "select member_id, event from app.access_event where event ->> 'event' = 'wrap'",
  )
  expect(told).toHaveLength(wraps.filter(({ holder }) => holder !== 'recovery').length)
  expect(told.every(({ member_id, event }) => (event as { holder: string }).holder === member_id)).toBe(true)

  const { publicKey } = await house.database.withSnapshot({ orgId: house.member.orgId }, getRecoveryKey)
  const read = await readRecoveryWords(house.words.join(' '), publicKey)
  if (read.state !== 'open') throw new Error('the words are of another key')
  const stored = wraps.find(
    ({ code, compartment, holder }) =>
      code === 'S-1' && compartment === 'counselling' && holder === 'recovery',
  )
  const entry = (await entriesOf(house)).find(({ rowId }) => rowId === 'CS-1')
  const part = entry?.sealed?.counselling
  if (entry === undefined || part === undefined || !('box' in part)) throw new Error('nothing sealed')
  const organisationId = house.member.orgId
  const place = {
    organisationId,
    subjectId: entry.subject.id,
    compartment: 'counselling',
    keyVersion: 1,
    holderId: 'recovery',
  }
  const vouched = findVouchedWrap(String(stored?.wrap), place)
  const key = await openWrap(vouched?.wrapped ?? '', await loadRecoveryKey(read.value), place)
  if (key.state !== 'open') throw new Error('the recovery key opens nothing')
  const opened = await openPart(part, key.value, {
    organisationId,
    subjectId: entry.subject.id,
    entryId: entry.id,
    kind: entry.kind,
    compartment: 'counselling',
  })
  expect(opened).toEqual({ state: 'open', value: { notes: 'Slept better.' } })
})

test('SLR-7 nothing is sealed under a key that nobody trusted vouches for: one more version is made', async () => {
  const house = await aHouse()
  await house.importFiles(files)
  const cards = await house.database.withSnapshot({ orgId: house.member.orgId }, listCards)
  expect(cards).toHaveLength(1)
  // As if the server had wrapped a key of its own: the wrap opens, and the word for it does not hold.
  const [own] = await house.rows(
    `select wrap from app.key_wrap where holder = '${house.member.id}' and compartment = 'counselling'`,
  )
  const wrap = String(own?.wrap)
  const forged = `${wrap.slice(0, 20)}${wrap[20] === 'A' ? 'B' : 'A'}${wrap.slice(21)}`
  await house.rows(`update app.key_wrap set wrap = '${forged}' where wrap = '${wrap}'`)
  await house.importFiles({ counselling_session: notes.replace('CS-1', 'CS-2') })
  const later = (await entriesOf(house)).find(({ rowId }) => rowId === 'CS-2')
  expect(later?.sealed?.counselling?.keyVersion).toBe(2)
})

test('SLR-3 cases that may be one person are named with the reason, among the list and those stored before, and never merged', async () => {
  const house = await aHouse()
  const worker = await addMember(house.database, house.member, 'cw-01', ['caseworker'])
  const first = await house.importFiles(files)
  expect(first.pairs).toEqual([])
  const again = namedCases
    .replaceAll('CO-', 'CP-')
    .replaceAll('S-1', 'S-11')
    .replaceAll('S-2', 'S-12')
    .replace('Rahima Khatun;রহিমা খাতুন', 'रहीमा')
    .replace('Kajol Das', 'Parul Mondal')
  const second = await house.importFiles({ case_opened: again })
  expect(second.pairs).toMatchObject([{ code: 'S-11', other: 'S-1', strength: 'likely' }])
  expect(second.pairs[0]?.because).toContain('phone')
  expect(await house.rows("select 1 from app.subject where type = 'case'")).toHaveLength(4)

  // Who may not know of the other case is not told its code.
  const hers = await house.importFiles(
    { case_opened: again.replaceAll('CP-', 'CQ-').replaceAll('S-1', 'T-1') },
    worker,
  )
  expect(hers.pairs.length).toBeGreaterThan(0)
  for (const { other } of hers.pairs) expect(other).toBeNull()
})

test('SLR-6 an import is in the audit journal or nothing of it is stored; an export is before it answers', async () => {
  const house = await aHouse()
  const told = async () =>
    (await house.rows('select body from app.audit_entry order by n')).map(
      ({ body }) => JSON.parse(String(body)) as { name: string; by: string; fields: Record<string, unknown> },
    )
  const before = (await told()).length
  await house.importFiles(files, house.member, true)
  expect(await told()).toHaveLength(before)
  expect(await house.rows('select 1 from app.key_wrap')).toEqual([])
  await house.importFiles(files)
  const imported = (await told()).slice(before)
  expect(imported[0]).toMatchObject({
    name: 'imported',
    by: house.member.id,
    fields: { entries: 5, cases: 2, sealed: 'yes' },
  })
  expect(imported.slice(1).map(({ name }) => name)).toEqual(['case_assigned', 'case_assigned'])
  await house.exportFor(house.member)
  const exported = (await told()).slice(before + 3)
  expect(exported[0]).toMatchObject({
    name: 'exported',
    fields: { form: 'line_list', cases: 2, sealed: 'yes' },
  })
  expect(exported.slice(1).map(({ name, fields }) => [name, fields.compartment])).toEqual([
    ['sealed_read', 'casework'],
    ['sealed_read', 'casework'],
    ['sealed_read', 'counselling'],
  ])
  for (const { fields } of exported.slice(1)) expect(isUuid(String(fields.case))).toBe(true)
})
