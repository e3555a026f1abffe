import { describe, expect, test } from 'vitest'
import { type Files, followUps, twoCases } from './testing/a-line-list.ts'
import { aStore, everyRow, faultsOf, type ListStore } from './testing/a-store.ts'

const first = 'FU-1,S-1,2021-02-01,phone,survivor,,,,,'
const amended = 'FU-2,S-1,2021-02-02,office,survivor,,,,FU-1,'

async function storeWith(...rows: readonly string[]): Promise<ListStore> {
  const store = await aStore()
  await store.importFiles({ case_opened: twoCases, follow_up: followUps(...rows) })
  return store
}

const followUp = (...rows: readonly string[]): Files => ({ follow_up: followUps(...rows) })

/** Row ids of the follow-ups that count, in order. */
async function standing({ readBook }: ListStore): Promise<string[]> {
  const book = await readBook()
  const sheets = [...book.aftercare.values()]
  return sheets.flatMap(({ followUps: rows }) => (rows ?? []).map(([, day]) => String(day)))
}

describe('LIN-5 what a list amends or takes back of an earlier list', () => {
  test('is found there, however long the chain', async () => {
    const store = await storeWith(first)
    const more = followUp(
      'FU-4,S-1,2021-02-04,phone,survivor,,,,FU-3,',
      'FU-3,S-1,2021-02-03,phone,survivor,,,,FU-2,',
      amended,
    )
    expect(await store.importFiles(more)).toMatchObject({ state: 'stored', stored: 3 })
    expect(await standing(store)).toEqual(['18662'])
    // A row that names no case belongs to the case of what it takes back, stored or not.
    expect(await store.importFiles(followUp('FU-5,,,,,,,,,FU-2'))).toMatchObject({
      state: 'stored',
      stored: 1,
    })
    expect(await standing(store)).toEqual([])
    expect(await store.findings()).toEqual([])
  })

  test('may be a retraction, which then takes back something else or nothing', async () => {
    const store = await storeWith(first, 'FU-6,S-1,2021-02-06,phone,survivor,,,,,', 'FU-7,,,,,,,,,FU-1')
    expect(await standing(store)).toEqual(['18664'])
    await store.importFiles(followUp('FU-8,,,,,,,,FU-7,FU-6'))
    expect(await standing(store)).toEqual(['18659'])
    await store.importFiles(followUp('FU-9,S-1,2021-02-09,phone,survivor,,,,FU-8,'))
    expect(await standing(store)).toEqual(['18659', '18664', '18667'])
    expect(await store.findings()).toEqual([])
  })

  test.each<[string, string[], string[], string[]]>([
    [
      'no row of that id',
      [first],
      ['FU-2,S-1,2021-02-02,phone,survivor,,,,FU-9,'],
      ['2 amends target-unknown'],
    ],
    [
      'a row of another kind',
      [first],
      ['FU-2,S-1,2021-02-02,phone,survivor,,,,CO-1,'],
      ['2 amends target-unknown'],
    ],
    [
      'amended by a stored row',
      [first, amended],
      ['FU-3,S-1,2021-02-03,phone,survivor,,,,FU-1,'],
      ['2 amends amended-twice'],
    ],
    [
      'amended by a stored row that comes again with it',
      [first, amended],
      [amended, 'FU-3,S-1,2021-02-03,phone,survivor,,,,FU-1,'],
      ['3 amends amended-twice'],
    ],
    [
      'a row of another case',
      [first],
      ['FU-2,S-2,2021-02-02,phone,survivor,,,,FU-1,'],
      ['2 amends target-other-subject'],
    ],
    ['taken back under another case', [first], ['FU-2,S-2,,,,,,,,FU-1'], ['2 retracts target-other-subject']],
    [
      'amends a row of one case and takes back one of another, naming neither',
      [first, 'FU-2,S-2,2021-02-02,phone,survivor,,,,,'],
      ['FU-3,,,,,,,,FU-1,FU-2'],
      ['2 retracts target-other-subject'],
    ],
  ])('is refused: %s', async (_, stored, rows, faults) => {
    const store = await storeWith(...stored)
    const before = await everyRow(store)
    expect(faultsOf(await store.importFiles(followUp(...rows)))).toEqual(
      faults.map((fault) => `follow_up.csv ${fault}`),
    )
    expect(await everyRow(store)).toEqual(before)
  })

  test.each<[string, string[], string[]]>([
    ['by retracting', ['FU-1,S-1,,,,,,,,FU-2', 'FU-2,S-1,,,,,,,,FU-1'], ['2 retracts', '3 retracts']],
    [
      'by amending and retracting',
      ['FU-1,S-1,2021-02-01,phone,survivor,,,,FU-2,', 'FU-2,,,,,,,,,FU-1'],
      ['2 amends', '3 retracts'],
    ],
    [
      'while others only lead there',
      [
        'FU-1,S-1,2021-02-01,phone,survivor,,,,FU-2,',
        'FU-2,S-1,2021-02-01,phone,survivor,,,,FU-1,',
        'FU-3,,,,,,,,,FU-1',
        'FU-4,,,,,,,,,FU-3',
      ],
      ['2 amends', '3 amends'],
    ],
  ])('is refused when rows point at one another in a circle: %s', async (_, rows, places) => {
    const store = await aStore()
    const outcome = await store.importFiles({ case_opened: twoCases, follow_up: followUps(...rows) })
    expect(faultsOf(outcome)).toEqual(places.map((place) => `follow_up.csv ${place} target-loop`))
  })

  test('is not looked for when it may stand in a row that could not be read', async () => {
    const store = await aStore()
    const rows = [first.replace('phone', 'pho\0ne'), amended]
    const outcome = await store.importFiles({ case_opened: twoCases, follow_up: followUps(...rows) })
    expect(faultsOf(outcome)).toEqual(['follow_up.csv 2 channel null-byte'])
  })
})

describe('LIN-6 a retracting row', () => {
  test('needs only a row_id and what it takes back, and its fields say nothing', async () => {
    const store = await storeWith(first, 'FU-2,,,,,,,,,FU-1')
    expect(await standing(store)).toEqual([])
    const again = await storeWith(first, 'FU-2,S-1,2021-02-01,nonsense,,?,never,Nila Das,,FU-1')
    expect(await standing(again)).toEqual([])
    // However it is filled in, it is the same retraction.
    expect(await again.importFiles(followUp('FU-2,,,,,,,,,FU-1'))).toMatchObject({
      stored: 0,
      alreadyStored: 1,
    })
  })
})
