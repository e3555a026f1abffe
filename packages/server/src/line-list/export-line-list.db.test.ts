import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry, Instant, PartialDate, SubjectId, SubjectType } from '@sathi/domain'
import { describe, expect, test } from 'vitest'
import { anEntryId } from '../../../domain/src/journal/builders.ts'
import type { Submission } from '../journal/index.ts'
import { aFact, ofCase, opening } from '../journal/testing/an-organisation.ts'
import { tamper } from '../journal/testing/tamper.ts'
import { openExportStore } from './index.ts'
import { followUps, twoCases } from './testing/a-line-list.ts'
import { aFolder, aStore, everyRow, type ListStore } from './testing/a-store.ts'

const demo = join(import.meta.dirname, '../../../../demo/programme-2020-21')

/** An entry about something else than a case, made in the product. */
function about(
  type: SubjectType,
  code: string,
  number: number,
  kind: string,
  open: Entry['open'],
  day = '2021-04-01',
): Submission {
  const entry = aFact(type, number, number, { kind, open, occurredOn: day as PartialDate })
  return { entry, subjectCode: code }
}

const followUp = (number: number, rest: Partial<Entry> = {}): Submission =>
  ofCase(1, number, { occurredOn: `2021-03-${(number % 20) + 10}` as PartialDate, ...rest })
const later = (hour: number) => `2021-05-01T${hour}:00:00.000Z` as Instant

/** What people write in spreadsheets and forms, and what would be taken for something else in one. */
const texts = [
  'আশার আলো, ঢাকা — “নারী”',
  // The letter yya as one character and as two: keyboards make both.
  'আশ্র\u09df',
  'আশ্র\u09af\u09bc',
  '=HYPERLINK("http://example.org","x")',
  "'=1+1",
  '-5',
  '+880',
  '@SUM(A1)',
  '007',
  '1e5',
  '2021-03',
  'TRUE',
  'two\nlines, a "quote"; and a tab\there',
  '_x000D_',
]

async function aStoreOfEverything(): Promise<ListStore> {
  const store = await aStore()
  await store.importFiles({
    case_opened: twoCases,
    follow_up: followUps(
      '=1,S-1,2021,phone,survivor,,2021-02,cw-1,,',
      "'-2,S-1,2021-02,phone,survivor,,,cw-1,=1,",
      '007,S-2,2021-02-03,office,nobody,no,,,,',
      '8,,,,,,,,,007',
      '9,,,,,,,,8,=1',
    ),
    relief_need: 'row_id,case_code,occurred_on,crisis_code,needs\nN-1,S-1,2021-02-01,flood-1,cash;medicine\n',
  })
  await store.append(
    opening(1, 1),
    opening(2, 2),
    // A chain of three, and a fact that is taken back.
    followUp(10),
    followUp(11, { amends: anEntryId(10) }),
    followUp(12, { amends: anEntryId(11) }),
    followUp(13),
    followUp(14, { retracts: anEntryId(13), open: {} }),
    // A retraction amended into another, and one amended into a record.
    followUp(15),
    followUp(16, { retracts: anEntryId(15), open: {} }),
    followUp(17, { amends: anEntryId(16), retracts: anEntryId(12), open: {} }),
    followUp(18),
    followUp(19, { retracts: anEntryId(18), open: {} }),
    followUp(20, { amends: anEntryId(19) }),
    // An author stands in the journal of every kind, but only some kinds have a column for it.
    ofCase(1, 30, { kind: 'case_closed', occurredOn: '2021-09' as PartialDate, open: { reason: 'moved' } }),
    about('study', 'st-1', 40, 'study_interview', {
      interviewee: 'survivor',
      case_code: '00000000-0000-7000-9000-000000000002' as SubjectId,
    }),
    ofCase(1, 41, {
      kind: 'business_started',
      open: { business_id: 'b-1', sector: 'tailoring', grant: 0.1 + 0.2, currency: 'BDT' },
    }),
    ofCase(1, 42, {
      kind: 'business_month',
      open: { business_id: 'b-1', month: '2021-04', sales: 12_345.678_901_234_5, costs: 1e-7 },
    }),
    ...texts.map((name, index) =>
      about('agency', `a-${index}`, 100 + index, 'agency_registered', { name, type: 'NGO', country: 'BD' }),
    ),
  )
  return store
}

/** Amendments made apart, with and without somebody who settled them. */
const madeApart = [
  followUp(50),
  followUp(51, { amends: anEntryId(50), recordedAt: later(12) }),
  followUp(52, { amends: anEntryId(50), recordedAt: later(11) }),
  followUp(53, { amends: anEntryId(52), recordedAt: later(10), occurredOn: '2021-03-01' as PartialDate }),
  followUp(60),
  followUp(61, { amends: anEntryId(60) }),
  followUp(62, { amends: anEntryId(60) }),
  followUp(63, { amends: anEntryId(61), settles: [anEntryId(62)] }),
  followUp(70),
  followUp(71, { amends: anEntryId(70) }),
  followUp(72, {
    amends: anEntryId(70),
    retracts: anEntryId(63),
    open: {},
    occurredOn: '2021-04' as PartialDate,
  }),
] as const

function digestOf(path: string): string {
  const files = readdirSync(path)
    .sort()
    .map((name) => join(path, name))
  return createHash('sha256')
    .update(Buffer.concat(files.map((file) => readFileSync(file))))
    .digest('hex')
}

describe('LIN-10 an export', () => {
  test.each(['list', 'list.xlsx'])(
    'imports into an empty store to the same sheets, history included (%s)',
    async (name) => {
      const store = await aStoreOfEverything()
      const path = await store.exportTo(join(aFolder(), name))
      const again = await aStore()
      expect(await again.importPath(path)).toMatchObject({ state: 'stored', alreadyStored: 0 })
      const tidied = Object.entries(await store.readSheets()).map(([key, body]) => [
        key,
        body.normalize('NFC'),
      ])
      expect(await again.readSheets()).toEqual(Object.fromEntries(tidied))
      expect(await again.findings()).toEqual([])
      // History too: what is written out again is the same list, byte for byte where a folder has bytes of its own.
      const csv = await store.exportTo(join(aFolder(), 'csv'))
      expect(digestOf(await again.exportTo(join(aFolder(), 'csv')))).toBe(digestOf(csv))
    },
  )

  test.each(['list', 'list.xlsx'])('imports into its own store as nothing new (%s)', async (name) => {
    const store = await aStoreOfEverything()
    await store.append(...madeApart)
    const path = await store.exportTo(join(aFolder(), name))
    const before = await everyRow(store)
    expect(await store.importPath(path)).toMatchObject({ state: 'stored', stored: 0 })
    expect(await everyRow(store)).toEqual(before)
  })

  test('lays amendments made apart end to end: the same facts, without the mark that they wait for somebody', async () => {
    const store = await aStore()
    await store.append(opening(1, 1), ...madeApart)
    const again = await aStore()
    expect(await again.importPath(await store.exportTo(join(aFolder(), 'list')))).toMatchObject({
      stored: 12,
    })
    const sheets = await store.readSheets()
    expect(sheets['aftercare of case C-1']).toContain('"unsettled"')
    const settled = Object.entries(sheets).map(([key, body]) => {
      const { unsettled: _, ...facts } = JSON.parse(body)
      return [key, JSON.stringify(facts)]
    })
    expect(await again.readSheets()).toEqual(Object.fromEntries(settled))
  })

  test('leaves out no entry whose case is gone from the store: the row shows that its code is missing', async () => {
    const store = await aStore()
    await store.append(opening(1, 1), followUp(10), opening(2, 2))
    await tamper(store, `delete from app.subject where code = 'C-1'`)
    const path = await store.exportTo(join(aFolder(), 'list'))
    expect(readFileSync(join(path, 'follow_up.csv'), 'utf8')).toContain(`${anEntryId(10)},,2021-03-20,`)
    expect(readFileSync(join(path, 'case_opened.csv'), 'utf8').trim().split('\r\n')).toHaveLength(3)
  })

  test('may be read in part, and of several kinds at once', async () => {
    const store = await aStore()
    await store.append(opening(1, 1), opening(2, 2), followUp(10), followUp(11))
    const read = await store.database.withSnapshot(store.actor, async (tx) => {
      const exported = openExportStore(tx)
      const rows: string[] = []
      for await (const page of exported.readKind('case_opened')) {
        rows.push(...page.map(({ subjectCode }) => subjectCode))
        for await (const others of exported.readKind('follow_up')) {
          rows.push(...others.map(({ entry }) => entry.kind))
          break
        }
        break
      }
      for await (const page of exported.readKind('follow_up')) rows.push(String(page.length))
      return rows
    })
    expect(read).toEqual(['C-1', 'C-2', 'follow_up', 'follow_up', '2'])
  })

  test('written twice as a folder has the same bytes', async () => {
    const store = await aStoreOfEverything()
    const first = await store.exportTo(join(aFolder(), 'list'))
    expect(digestOf(await store.exportTo(join(aFolder(), 'list')))).toBe(digestOf(first))
  })

  test('shows cases by their codes, never by ids', async () => {
    const store = await aStoreOfEverything()
    const path = await store.exportTo(join(aFolder(), 'list'))
    expect(readFileSync(join(path, 'study_interview.csv'), 'utf8')).toMatch(/,survivor,C-2,/)
    const everything = readdirSync(path)
      .map((name) => readFileSync(join(path, name), 'utf8'))
      .join()
    for (const { id } of await store.subjects()) expect(everything).not.toContain(id)
  })

  test('of the demonstration programme imports to the same sheets', async () => {
    const [store, again] = [await aStore(), await aStore()]
    await store.importPath(demo)
    await again.importPath(await store.exportTo(join(aFolder(), 'list')))
    expect(await again.readSheets()).toEqual(await store.readSheets())
  })
})
