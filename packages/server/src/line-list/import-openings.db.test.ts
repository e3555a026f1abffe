import { describe, expect, test } from 'vitest'
import { type Files, followUps, twoCases } from './testing/a-line-list.ts'
import { aStore, bodiesOf, everyRow, faultsOf } from './testing/a-store.ts'

const columns = 'row_id,case_code,occurred_on,pathway,gender,is_child,amends,retracts\n'
const openings = (...rows: readonly string[]): Files => ({ case_opened: `${columns}${rows.join('\n')}\n` })
const again = 'CO-9,S-1,2021-05-01,prison,Feminine,no,,'

describe('LIN-7 a case that was opened by an earlier list', () => {
  test('may be told of without opening it again', async () => {
    const store = await aStore()
    await store.importFiles({ case_opened: twoCases })
    const visit = followUps('FU-1,S-1,2021-02-01,phone,survivor,,,,,')
    expect(await store.importFiles({ follow_up: visit })).toMatchObject({ state: 'stored', stored: 1 })
    const unknown = followUps('FU-2,S-3,2021-02-01,phone,survivor,,,,,')
    expect(faultsOf(await store.importFiles({ follow_up: unknown }))).toEqual([
      'follow_up.csv 2 case_code case-never-opened',
    ])
  })

  test('is not opened again under another row_id', async () => {
    const store = await aStore()
    await store.importFiles({ case_opened: twoCases })
    const before = await everyRow(store)
    const twice = 'case_opened.csv 2 case_code case-opened-twice'
    expect(faultsOf(await store.importFiles(openings(again)))).toEqual([twice])
    // Taking back another case's opening makes no room.
    expect(faultsOf(await store.importFiles(openings(again, 'CO-8,,,,,,,CO-2')))).toEqual([twice])
    expect(await everyRow(store)).toEqual(before)
  })

  test.each<[string, Files[]]>([
    ['in one list', [openings(again, 'CO-8,,,,,,,CO-1')]],
    ['in two lists', [openings('CO-8,,,,,,,CO-1'), openings(again)]],
    [
      'with the old row once more',
      [openings('CO-1,S-1,2021-01-01,shelter,Feminine,no,,', 'CO-8,,,,,,,CO-1', again)],
    ],
    [
      'after an amendment',
      [openings('CO-7,S-1,2021-01-03,shelter,Feminine,no,CO-1,', 'CO-8,,,,,,,CO-1', again)],
    ],
  ])('is opened anew once its opening is taken back, %s', async (_, lists) => {
    const store = await aStore()
    await store.importFiles({ case_opened: twoCases })
    for (const list of lists) expect(await store.importFiles(list)).toMatchObject({ state: 'stored' })
    const sheets = await store.readSheets()
    expect(sheets['cases of case S-1']).toContain('"pathway":"prison"')
    expect(Object.keys(sheets)).toEqual(['cases of case S-1', 'cases of case S-2'])
    expect(await store.findings()).toEqual([])
    expect(faultsOf(await store.importFiles(openings(again.replace('CO-9', 'CO-10'))))).toHaveLength(1)
  })

  test('is amended rather than opened, and a list of amendments opens nothing', async () => {
    const store = await aStore()
    await store.importFiles({ case_opened: twoCases })
    const amendment = openings('CO-3,S-1,2021-01-01,prison,Feminine,no,CO-1,')
    expect(await store.importFiles(amendment)).toMatchObject({ state: 'stored', stored: 1 })
    expect((await store.readSheets())['cases of case S-1']).toContain('"pathway":"prison"')
  })
})

describe('LIN-7 within one list', () => {
  test('each opening but the first is told, with other faults of its row and of the list', async () => {
    const store = await aStore()
    const list = openings(
      'CO-1,S-1,2021-01-01,shelter,Feminine,no,,',
      'CO-2,S-1,2021-01-02,shelter,Female,no,,',
      'CO-3,S-1,2021-01-03,shelter,Feminine,no,CO-0,',
      'CO-4,S-1,2021-01-04,shelter,Feminine,no,CO-1,',
      'CO-5,S-1,2021-01-05,shelter,Feminine,no,,',
    )
    expect(faultsOf(await store.importFiles(list))).toEqual([
      'case_opened.csv 3 gender bad-value',
      'case_opened.csv 3 case_code case-opened-twice',
      'case_opened.csv 4 amends target-unknown',
      'case_opened.csv 6 case_code case-opened-twice',
    ])
  })

  test.each<[string, Files]>([
    ['has another name', { Case_Opened: twoCases }],
    ['has no column of codes', { case_opened: twoCases.replaceAll(/,S-\d|,case_code/g, '') }],
    ['is cut short', { case_opened: `${twoCases}CO-3,"S-3,2021-01-01` }],
  ])('nothing is said of unopened cases when the table that opens them %s', async (_, files) => {
    const store = await aStore()
    const visits = followUps('FU-1,S-3,2021-02-01,phone,survivor,,,,,')
    const faults = faultsOf(await store.importFiles({ ...files, follow_up: visits }))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^case_opened|^Case_Opened/)
  })
})

describe('LIN-11 a row becomes an entry', () => {
  test('that refers to cases by id, never by code', async () => {
    const store = await aStore()
    await store.importFiles({
      // Referred to before it is opened, in every order of tables.
      study_interview:
        'row_id,occurred_on,study_code,interviewee,case_code\nI-1,2021-02-01,st-1,survivor,S-1\n',
      screening_confirmed:
        'row_id,occurred_on,screening_code,finding,case_code\nX-1,2021-02-01,s-1,confirmed,S-2\n',
      case_opened: twoCases,
    })
    const ids = new Map((await store.subjects()).map(({ code, id }) => [code, id]))
    const [interview] = (await bodiesOf(store, 'study_interview')).values()
    const [confirmed] = (await bodiesOf(store, 'screening_confirmed')).values()
    expect(JSON.parse(interview ?? '').open).toEqual({ case_code: ids.get('S-1'), interviewee: 'survivor' })
    expect(JSON.parse(confirmed ?? '').open).toEqual({ case_code: ids.get('S-2'), finding: 'confirmed' })
    expect(`${interview}${confirmed}`).not.toMatch(/S-[12]/)
  })

  test("whose id follows from its kind and row_id: other programs' ids may stand in several files", async () => {
    const shared = '1d7a52a7-0c6b-4e5e-8a55-3f0a4a3b1c2d'
    const store = await aStore()
    const outcome = await store.importFiles({
      case_opened: twoCases.replace('CO-1', shared),
      follow_up: followUps(`${shared},S-1,2021-02-01,phone,survivor,,,,,`),
    })
    expect(outcome).toMatchObject({ state: 'stored', stored: 3 })
    expect(await store.findings()).toEqual([])
  })

  test('or is its row_id, where the product made that: then it stands for one entry in all files', async () => {
    const made = '01890a5d-ac96-774b-bcce-b302099a8057'
    const visits = followUps(`${made},S-1,2021-02-01,phone,survivor,,,,,`)
    const store = await aStore()
    const list = { case_opened: twoCases.replace('CO-1', made), follow_up: visits }
    expect(faultsOf(await store.importFiles(list))).toEqual(['follow_up.csv 2 row_id row-id-twice'])
    await store.importFiles({ case_opened: list.case_opened })
    expect([...(await bodiesOf(store, 'case_opened')).values()].join()).toContain(`"id":"${made}"`)
    expect(faultsOf(await store.importFiles({ follow_up: visits }))).toEqual([
      'follow_up.csv 2 row_id row-id-reused',
    ])
  })
})
