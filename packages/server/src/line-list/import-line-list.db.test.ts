import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDay, type Instant, type PartialDate } from '@sathi/domain'
import { computeReport, publishFigures } from '@sathi/reporting/report'
import { describe, expect, test } from 'vitest'
import { diceOf } from '../../../reporting/src/testing/oracle/dice.ts'
import { differences } from '../../../reporting/src/testing/oracle/differences.ts'
import { readCsvFolder } from '../../../reporting/src/testing/oracle/read-csv-folder.ts'
import { newSubjectId, type Submission } from '../journal/index.ts'
import { ofCase } from '../journal/testing/an-organisation.ts'
import { importLineList, LineListChanged, openLineListStore } from './index.ts'
import { csvOf, type Files, followUps, openFiles, twoCases } from './testing/a-line-list.ts'
import { aFolder, aStore, everyRow, faultsOf, openPath } from './testing/a-store.ts'

const demo = join(import.meta.dirname, '../../../../demo/programme-2020-21')
const expected = JSON.parse(readFileSync(join(demo, 'expected.json'), 'utf8'))
const period = { from: getDay('2020-07-01'), to: getDay('2021-12-31') }

describe('the demonstration programme', () => {
  test('LIN-3 LIN-4 gives the published figures, goes in once, and its rows and files may come in any order', async () => {
    const store = await aStore()
    const fresh = { rows: 34_439, stored: 34_439, alreadyStored: 0 }
    expect(await store.importPath(demo, { dryRun: true })).toEqual({ state: 'checked', ...fresh })
    expect(await store.importPath(demo)).toEqual({ state: 'stored', ...fresh })
    const published = publishFigures(computeReport(await store.readBook(), period))
    expect(differences(expected, published)).toEqual([])
    expect(await store.findings()).toEqual([])

    const before = await everyRow(store)
    const again = { rows: 34_439, stored: 0, alreadyStored: 34_439 }
    expect(await store.importPath(demo, { dryRun: true })).toEqual({ state: 'checked', ...again })
    expect(await store.importPath(demo)).toEqual({ state: 'stored', ...again })
    expect(await everyRow(store)).toEqual(before)

    const shuffled = await aStore()
    const dice = diceOf(7)
    const folder = aFolder()
    for (const [kind, rows] of Object.entries(readCsvFolder(demo))) {
      writeFileSync(join(folder, `${kind}.csv`), csvOf(dice.shuffled(rows)))
    }
    const source = await openPath(folder)
    await shuffled.importSource({ ...source, tables: dice.shuffled(source.tables) })
    expect(await shuffled.readSheets()).toEqual(await store.readSheets())
  })

  test('LIN-5 may come in two lists, the first of which knows nothing of what is amended later', async () => {
    const kinds = ['case_opened', 'follow_up', 'aftercare_enrolled', 'business_month']
    const tables = Object.entries(readCsvFolder(demo)).filter(([kind]) => kinds.includes(kind))
    const listOf = (isWanted: (row: Record<string, string>) => boolean): Files =>
      Object.fromEntries(tables.map(([kind, rows]) => [kind, csvOf(rows.filter(isWanted))]))
    const isLater = ({ amends, retracts }: Record<string, string>) => Boolean(amends || retracts)
    const whole = await aStore()
    await whole.importFiles(listOf(() => true))

    const halves = await aStore()
    await halves.importFiles(listOf((row) => !isLater(row)))
    const { case_opened: _, ...second } = listOf(isLater)
    expect(await halves.importFiles(second)).toMatchObject({ state: 'stored', stored: 123, alreadyStored: 0 })
    expect(await halves.readSheets()).toEqual(await whole.readSheets())
    expect(await halves.findings()).toEqual([])
  })
})

describe('LIN-1 a fault anywhere', () => {
  test('leaves every table as it was, and a dry run does too', async () => {
    const faulty = { case_opened: twoCases, follow_up: followUps('FU-1,S-1,2021-02-01,pigeon,survivor,,,,,') }
    const store = await aStore()
    const empty = await everyRow(store)
    expect(faultsOf(await store.importFiles(faulty))).toEqual(['follow_up.csv 2 channel bad-value'])
    expect(await store.importFiles({ case_opened: twoCases }, { dryRun: true })).toMatchObject({ stored: 2 })
    expect(await everyRow(store)).toEqual(empty)
    await store.importFiles({ case_opened: twoCases })
    const filled = await everyRow(store)
    expect(filled).not.toEqual(empty)
    const more = { ...faulty, case_closed: 'row_id,case_code,occurred_on,reason\nX-1,S-1,2021-03-01,moved\n' }
    expect(faultsOf(await store.importFiles(more))).toHaveLength(1)
    expect(await everyRow(store)).toEqual(filled)
  })

  const visit = 'FU-1,S-1,2021-02-01,phone,survivor,,,,,'
  const list = { case_opened: twoCases, follow_up: followUps(visit) }

  test.each<[string, Files]>([
    ['a row goes', { ...list, follow_up: followUps() }],
    ['a row comes', { ...list, follow_up: followUps(visit, visit.replace('FU-1', 'FU-2')) }],
    ['a value is spoilt', { ...list, follow_up: followUps(visit.replace('phone', 'pigeon')) }],
    ['a column goes', { ...list, follow_up: 'row_id,case_code,occurred_on\nFU-1,S-1,2021-02-01\n' }],
    ['bytes are damaged', { ...list, follow_up: followUps(visit.replace('phone', 'pho\0ne')) }],
  ])('that comes into the list between checking and storing keeps nothing: %s', async (_, changed) => {
    const store = await aStore()
    const [before, after] = [await openFiles(list), await openFiles(changed)]
    let reads = 0
    const changing: typeof before = {
      ...before,
      read: (table, onBytes) => (reads++ < before.tables.length ? before : after).read(table, onBytes),
    }
    const empty = await everyRow(store)
    await expect(store.importSource(changing)).rejects.toThrow(LineListChanged)
    expect(await everyRow(store)).toEqual(empty)
  })

  test('that comes into the store between checking and storing keeps nothing', async () => {
    const store = await aStore()
    const source = await openFiles(list)
    const importing = store.database.withTransaction(store.actor, async (tx) => {
      const opened = await openLineListStore(tx)
      const options = { newSubjectId, dryRun: false, recordedAt: '2026-01-01T00:00:00.000Z' as Instant }
      const beginAppend = async () => {
        // Somebody else opens the same case under the same code meanwhile.
        await store.append(opening('S-1'))
        return opened.beginAppend()
      }
      return importLineList(source, { ...opened, beginAppend }, options)
    })
    await expect(importing).rejects.toThrow(LineListChanged)
    expect(Object.keys(await store.readSheets())).toEqual(['cases of case S-1'])
  })
})

function opening(code: string): Submission {
  const open = { pathway: 'shelter', gender: 'Feminine', is_child: 'no' }
  const about = { kind: 'case_opened', occurredOn: '2021-01-05' as PartialDate, open }
  return { ...ofCase(1, 1, about), subjectCode: code }
}

describe('LIN-4 a row that is stored already', () => {
  const list = {
    case_opened: twoCases,
    follow_up: followUps(
      'FU-1,S-1,2021-02-01,phone,survivor,yes,,cw-1,,',
      'FU-2,S-1,2021-02,phone,survivor,,,,,',
    ),
    assessment: 'row_id,case_code,occurred_on,instrument,score,items\nA-1,S-1,2021-02-01,who5,40,2;2;2;2;2\n',
    study_interview:
      'row_id,occurred_on,study_code,interviewee,case_code\nI-1,2021-02-01,st-1,survivor,S-1\n',
    agency_registered:
      'row_id,occurred_on,agency_code,name,type,country\nAG-1,2021-01-01,a-1,Nar\u012b Kendro,NGO,BD\n',
  }

  test('says the same in other cells too: other columns, other digits, blanks, accents written in another way', async () => {
    const store = await aStore()
    await store.importFiles(list)
    const before = await everyRow(store)
    const same = {
      case_opened:
        'is_child,gender,case_code,pathway,occurred_on,row_id,age\nno,Feminine,S-1, shelter ,২০২১-০১-০১,CO-1,\n',
      assessment: list.assessment.replace(',40,', ',৪০,').replace('2;2;2;2;2', ' 2; 2;2;2;2.0'),
      agency_registered: list.agency_registered.replace('Nar\u012b Kendro', ' Nari\u0304 Kendro '),
    }
    expect(await store.importFiles(same)).toEqual({ state: 'stored', rows: 3, stored: 0, alreadyStored: 3 })
    expect(await everyRow(store)).toEqual(before)
  })

  const second = 'FU-2,S-1,2021-02,phone,survivor,,,,,'
  const otherwise: readonly (readonly [keyof typeof list, string, string, string])[] = [
    ['follow_up', 'FU-1,S-1,2021-02-01,phone', 'FU-1,S-1,2021-02-01,office', '2 channel'],
    ['follow_up', 'FU-1,S-1,2021-02-01', 'FU-1,S-1,2021-02-02', '2 occurred_on'],
    ['follow_up', 'FU-1,S-1', 'FU-1,S-2', '2 case_code'],
    ['follow_up', 'cw-1', 'cw-2', '2 author'],
    ['follow_up', ',yes,', ',,', '2 safe'],
    ['follow_up', 'FU-1,S-1,2021-02-01,phone', 'FU-1,S-1,2021-03-01,office', '2 occurred_on, channel'],
    ['follow_up', second, second.replace('survivor,', 'survivor,no'), '3 safe'],
    ['follow_up', second, second.replace('2021-02,', '2021-02-01,'), '3 occurred_on'],
    ['follow_up', second, 'FU-2,S-1,2021-02,phone,survivor,,,,FU-1,', '3 amends'],
    ['follow_up', second, 'FU-2,,,,,,,,,FU-1', '3 retracts'],
    ['assessment', '2;2;2;2;2', '1;3;2;2;2', '2 items'],
    ['study_interview', 'survivor,S-1', 'survivor,S-2', '2 case_code'],
    ['agency_registered', 'Kendro', 'Kendra', '2 name'],
  ]

  test('and says something else is refused with its line and with what differs', async () => {
    const store = await aStore()
    await store.importFiles(list)
    const before = await everyRow(store)
    for (const [name, from, to, lineAndColumns] of otherwise) {
      const outcome = await store.importFiles({ [name]: list[name].replace(from, to) })
      const told = outcome.state === 'refused' ? outcome.faults : []
      const inShort = told.map(({ line, column, code, found }) => ({
        row: `${column} ${code}`,
        differs: `${line} ${found.replace(/^.* imported before with another /, '')}`,
      }))
      expect(inShort).toEqual([{ row: 'row_id row-id-reused', differs: lineAndColumns }])
    }
    expect(await everyRow(store)).toEqual(before)
  })
})
