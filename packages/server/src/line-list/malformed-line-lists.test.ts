import { describe, expect, test } from 'vitest'
import { newSubjectId } from '../journal/index.ts'
import { openUploadedLineList } from '../tables/index.ts'
import { checkLineList } from './check-line-list.ts'
import type { LineListFault } from './fault.ts'
import { emptyStoredList } from './stored-list.ts'
import { createSubjectDirectory } from './subject-directory.ts'

/** Files of a list by name; the good rows of an invented case stand in `opened`. */
type Files = Readonly<Record<string, string | Uint8Array>>

const opened =
  'row_id,case_code,occurred_on,pathway,gender,is_child\nCO-1,S-1,2021-01-01,shelter,Feminine,no\nCO-2,S-2,2021-01-02,border,Feminine,yes\n'
const followUps = 'row_id,case_code,occurred_on,channel,reached,safe,due_on,author,amends,retracts\n'
const courses = 'row_id,occurred_on,course_code,audience,curriculum,starts_on,ends_on\n'

async function faultsOf(files: Files): Promise<readonly LineListFault[]> {
  const encoder = new TextEncoder()
  const source = await openUploadedLineList(
    Object.entries(files).map(([name, content]) => {
      const bytes = typeof content === 'string' ? encoder.encode(content) : content
      return { name, bytes: bytes.length, open: () => [bytes] }
    }),
  )
  if (source.kind === 'refused') return source.faults
  const checked = await checkLineList({
    source: source.list,
    stored: emptyStoredList,
    directory: createSubjectDirectory([], () => newSubjectId()),
  })
  const faults = checked.faults.listed()
  expect(checked.faults.count).toBe(faults.length)
  return faults
}

const withCase = (name: string, content: string | Uint8Array): Files => ({
  'case_opened.csv': opened,
  [`${name}.csv`]: content,
})
const followUp = (row: string): Files => withCase('follow_up', `${followUps}${row}\n`)
const course = (row: string): Files => ({ 'course_held.csv': `${courses}${row}\n` })

type Place = { file: string; line: number | null; column: string | null; code: string }
const at = (file: string, line: number | null, column: string | null, code: string): Place => ({
  file,
  line,
  column,
  code,
})
const followUpAt = (column: string, code: string, line = 2): Place => at('follow_up.csv', line, column, code)

const latin1 = Uint8Array.from(
  [...`${followUps}FU-1,S-1,2021-02-01,phone,survivor,,,,,\nFU-2,S-1,2021-02-01,ph`]
    .map((c) => c.charCodeAt(0))
    .concat(
      [0xe9],
      [...'ne,survivor,,,,,\n'].map((c) => c.charCodeAt(0)),
    ),
)

const cases: readonly (readonly [string, Files, readonly Place[]])[] = [
  // values
  [
    'an unknown code',
    followUp('FU-1,S-1,2021-02-01,carrier_pigeon,survivor,,,,,'),
    [followUpAt('channel', 'bad-value')],
  ],
  [
    'a code in other letters',
    followUp('FU-1,S-1,2021-02-01,Phone,survivor,,,,,'),
    [followUpAt('channel', 'bad-value')],
  ],
  [
    'a code with a space inside',
    followUp('FU-1,S-1,2021-02-01,home visit,survivor,,,,,'),
    [followUpAt('channel', 'bad-value')],
  ],
  [
    'a day that is not in the calendar',
    followUp('FU-1,S-1,2021-02-30,phone,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value')],
  ],
  [
    '29 February of a common year',
    followUp('FU-1,S-1,2021-02-29,phone,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value')],
  ],
  [
    'a date with slashes',
    followUp('FU-1,S-1,01/02/2021,phone,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value')],
  ],
  [
    'a date with single digits',
    followUp('FU-1,S-1,2021-2-1,phone,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value')],
  ],
  [
    'a date with a time',
    followUp('FU-1,S-1,2021-02-01T10:00,phone,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value')],
  ],
  ['month 13', followUp('FU-1,S-1,2021-13,phone,survivor,,,,,'), [followUpAt('occurred_on', 'bad-value')]],
  [
    'a serial number of a spreadsheet as date',
    followUp('FU-1,S-1,44228,phone,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value')],
  ],
  ['an empty date', followUp('FU-1,S-1,,phone,survivor,,,,,'), [followUpAt('occurred_on', 'missing-value')]],
  [
    'a bad due date',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,tomorrow,,,'),
    [followUpAt('due_on', 'bad-value')],
  ],
  [
    'an empty required code',
    followUp('FU-1,S-1,2021-02-01,,survivor,,,,,'),
    [followUpAt('channel', 'missing-value')],
  ],
  [
    'a required code of spaces only',
    followUp('FU-1,S-1,2021-02-01,phone,  ,,,,,'),
    [followUpAt('reached', 'missing-value')],
  ],
  [
    'an author that is a name',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,Nila Das,,'),
    [followUpAt('author', 'bad-value')],
  ],
  [
    'two faults in one row',
    followUp('FU-1,S-1,2021-02-31,pigeon,survivor,,,,,'),
    [followUpAt('occurred_on', 'bad-value'), followUpAt('channel', 'bad-value')],
  ],
  [
    'a score of words',
    withCase('assessment', 'row_id,case_code,occurred_on,instrument,score\nA-1,S-1,2021-02-01,who5,good\n'),
    [at('assessment.csv', 2, 'score', 'bad-value')],
  ],
  [
    'a score above its instrument',
    withCase('assessment', 'row_id,case_code,occurred_on,instrument,score\nA-1,S-1,2021-02-01,gad7,22\n'),
    [at('assessment.csv', 2, 'score', 'bad-value')],
  ],
  [
    'a score below its instrument',
    withCase('assessment', 'row_id,case_code,occurred_on,instrument,score\nA-1,S-1,2021-02-01,aso,0\n'),
    [at('assessment.csv', 2, 'score', 'bad-value')],
  ],
  [
    'a score above its instrument, beside items that are no numbers',
    withCase(
      'assessment',
      'row_id,case_code,occurred_on,instrument,score,items\nA-1,S-1,2021-02-01,phq9,28,1;x\n',
    ),
    [at('assessment.csv', 2, 'items', 'bad-value'), at('assessment.csv', 2, 'score', 'bad-value')],
  ],
  [
    'a negative score',
    withCase('assessment', 'row_id,case_code,occurred_on,instrument,score\nA-1,S-1,2021-02-01,who5,-4\n'),
    [at('assessment.csv', 2, 'score', 'bad-value')],
  ],
  [
    'an unknown instrument',
    withCase('assessment', 'row_id,case_code,occurred_on,instrument,score\nA-1,S-1,2021-02-01,who6,40\n'),
    [at('assessment.csv', 2, 'instrument', 'bad-value')],
  ],
  [
    'items that are no numbers',
    withCase(
      'assessment',
      'row_id,case_code,occurred_on,instrument,score,items\nA-1,S-1,2021-02-01,who5,40,1;x;3\n',
    ),
    [at('assessment.csv', 2, 'items', 'bad-value')],
  ],
  [
    'an empty item',
    withCase(
      'assessment',
      'row_id,case_code,occurred_on,instrument,score,items\nA-1,S-1,2021-02-01,who5,40,1;;3\n',
    ),
    [at('assessment.csv', 2, 'items', 'bad-value')],
  ],
  [
    'a number with a thousands separator',
    withCase(
      'business_month',
      'row_id,case_code,occurred_on,business_id,month,sales,costs\nB-1,S-1,2021-02-01,b-1,2021-01,"7,100",10\n',
    ),
    [at('business_month.csv', 2, 'sales', 'bad-value')],
  ],
  [
    'a number in exponents',
    withCase(
      'business_month',
      'row_id,case_code,occurred_on,business_id,month,sales,costs\nB-1,S-1,2021-02-01,b-1,2021-01,7e3,10\n',
    ),
    [at('business_month.csv', 2, 'sales', 'bad-value')],
  ],
  [
    'a month that is a day',
    withCase(
      'business_month',
      'row_id,case_code,occurred_on,business_id,month,sales,costs\nB-1,S-1,2021-02-01,b-1,2021-01-01,7,10\n',
    ),
    [at('business_month.csv', 2, 'month', 'bad-value')],
  ],
  [
    'missing sales',
    withCase(
      'business_month',
      'row_id,case_code,occurred_on,business_id,month,sales,costs\nB-1,S-1,2021-02-01,b-1,2021-01,,10\n',
    ),
    [at('business_month.csv', 2, 'sales', 'missing-value')],
  ],
  [
    'an unknown currency',
    withCase(
      'business_started',
      'row_id,case_code,occurred_on,business_id,sector,grant,currency\nB-1,S-1,2021-02-01,b-1,tailoring,100,TAKA\n',
    ),
    [at('business_started.csv', 2, 'currency', 'bad-value')],
  ],
  [
    'a code word with a capital and a space',
    withCase(
      'business_started',
      'row_id,case_code,occurred_on,business_id,sector,grant,currency\nB-1,S-1,2021-02-01,b-1,Street food,100,BDT\n',
    ),
    [at('business_started.csv', 2, 'sector', 'bad-value')],
  ],
  [
    'attendance above the whole',
    {
      'course_participant.csv':
        'row_id,occurred_on,course_code,participant_code,attended\nP-1,2021-02-01,C-1,p-1,1.2\n',
    },
    [at('course_participant.csv', 2, 'attended', 'bad-value')],
  ],
  [
    'attendance in per cent',
    {
      'course_participant.csv':
        'row_id,occurred_on,course_code,participant_code,attended\nP-1,2021-02-01,C-1,p-1,80%\n',
    },
    [at('course_participant.csv', 2, 'attended', 'bad-value')],
  ],
  [
    'half an age',
    {
      'case_opened.csv':
        'row_id,case_code,occurred_on,pathway,gender,is_child,age\nCO-1,S-1,2021-01-01,shelter,Feminine,no,16.5\n',
    },
    [at('case_opened.csv', 2, 'age', 'bad-value')],
  ],
  [
    'a gender that HTCDS does not have',
    {
      'case_opened.csv':
        'row_id,case_code,occurred_on,pathway,gender,is_child\nCO-1,S-1,2021-01-01,shelter,Female,no\n',
    },
    [at('case_opened.csv', 2, 'gender', 'bad-value')],
  ],
  [
    'a district that does not exist',
    {
      'case_opened.csv':
        'row_id,case_code,occurred_on,pathway,gender,is_child,home_district\nCO-1,S-1,2021-01-01,shelter,Feminine,no,BD9999\n',
    },
    [at('case_opened.csv', 2, 'home_district', 'bad-value')],
  ],
  [
    'a country that does not exist',
    {
      'case_opened.csv':
        'row_id,case_code,occurred_on,pathway,gender,is_child,country_of_exploitation\nCO-1,S-1,2021-01-01,shelter,Feminine,no,India\n',
    },
    [at('case_opened.csv', 2, 'country_of_exploitation', 'bad-value')],
  ],
  [
    'one wrong code of several',
    {
      'case_opened.csv':
        'row_id,case_code,occurred_on,pathway,gender,is_child,type_of_exploitation\nCO-1,S-1,2021-01-01,shelter,Feminine,no,Servitude;Slavery\n',
    },
    [at('case_opened.csv', 2, 'type_of_exploitation', 'bad-value')],
  ],
  [
    'commas between several values',
    withCase(
      'relief_need',
      'row_id,case_code,occurred_on,crisis_code,needs\nN-1,S-1,2021-02-01,flood-1,"cash,medicine"\n',
    ),
    [at('relief_need.csv', 2, 'needs', 'bad-value')],
  ],
  [
    'a course that ends on no day',
    course('C-1,2021-02-01,BGB-1,bgb,safe_return,2021-02-01,2021-02-32'),
    [at('course_held.csv', 2, 'ends_on', 'bad-value')],
  ],
  [
    'a course without an audience',
    course('C-1,2021-02-01,BGB-1,,safe_return,2021-02-01,2021-02-03'),
    [at('course_held.csv', 2, 'audience', 'missing-value')],
  ],
  [
    'a significance of four',
    {
      'change_harvested.csv':
        'row_id,occurred_on,change_code,title,level,significance,contribution,status\nH-1,2021-02-01,ch-1,A quiet room,law,4,major,draft\n',
    },
    [at('change_harvested.csv', 2, 'significance', 'bad-value')],
  ],
  // row ids and codes
  [
    'an empty row_id',
    followUp(',S-1,2021-02-01,phone,survivor,,,,,'),
    [followUpAt('row_id', 'missing-value')],
  ],
  [
    'a row_id with a space',
    followUp('FU 1,S-1,2021-02-01,phone,survivor,,,,,'),
    [followUpAt('row_id', 'bad-value')],
  ],
  [
    'one row_id twice',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,,\nFU-1,S-1,2021-02-02,phone,survivor,,,,,'),
    [followUpAt('row_id', 'row-id-twice', 3)],
  ],
  [
    'an empty case_code',
    followUp('FU-1,,2021-02-01,phone,survivor,,,,,'),
    [followUpAt('case_code', 'missing-value')],
  ],
  [
    'a name in place of a case_code',
    followUp('FU-1,Rahima Begum,2021-02-01,phone,survivor,,,,,'),
    [followUpAt('case_code', 'bad-value')],
  ],
  [
    'a case that was never opened',
    followUp('FU-1,S-9,2021-02-01,phone,survivor,,,,,'),
    [followUpAt('case_code', 'case-never-opened')],
  ],
  [
    'a list without openings',
    { 'follow_up.csv': `${followUps}FU-1,S-1,2021-02-01,phone,survivor,,,,,\n` },
    [followUpAt('case_code', 'case-never-opened')],
  ],
  [
    'a case opened twice',
    { 'case_opened.csv': `${opened}CO-3,S-1,2021-03-01,prison,Feminine,no\n` },
    [at('case_opened.csv', 4, 'case_code', 'case-opened-twice')],
  ],
  [
    'an interview of a case that was never opened',
    withCase(
      'study_interview',
      'row_id,occurred_on,study_code,interviewee,case_code\nI-1,2021-02-01,st-1,survivor,S-7\n',
    ),
    [at('study_interview.csv', 2, 'case_code', 'case-never-opened')],
  ],
  [
    'a screening confirmed for a case that was never opened',
    withCase(
      'screening_confirmed',
      'row_id,occurred_on,screening_code,finding,case_code\nX-1,2021-02-01,s-1,confirmed,S-7\n',
    ),
    [at('screening_confirmed.csv', 2, 'case_code', 'case-never-opened')],
  ],
  // chains
  [
    'an amends that points nowhere',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,FU-0,'),
    [followUpAt('amends', 'target-unknown')],
  ],
  [
    'a retracts that points nowhere',
    followUp('FU-1,,,,,,,,,FU-0'),
    [followUpAt('retracts', 'target-unknown')],
  ],
  [
    'an amends that is no row_id',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,FU 0,'),
    [followUpAt('amends', 'bad-value')],
  ],
  ['a retracts that is no row_id', followUp('FU-1,,,,,,,,,FU 0'), [followUpAt('retracts', 'bad-value')]],
  [
    'an amends into another file',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,CO-1,'),
    [followUpAt('amends', 'target-unknown')],
  ],
  [
    'a row that amends itself',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,FU-1,'),
    [followUpAt('amends', 'target-itself')],
  ],
  ['a row that retracts itself', followUp('FU-1,,,,,,,,,FU-1'), [followUpAt('retracts', 'target-itself')]],
  [
    'rows that amend one another in a circle',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,FU-2,\nFU-2,S-1,2021-02-01,phone,survivor,,,,FU-1,'),
    [followUpAt('amends', 'target-loop', 2), followUpAt('amends', 'target-loop', 3)],
  ],
  [
    'two amendments of one row',
    followUp(
      'FU-1,S-1,2021-02-01,phone,survivor,,,,,\nFU-2,S-1,2021-02-02,phone,survivor,,,,FU-1,\nFU-3,S-1,2021-02-03,phone,survivor,,,,FU-1,',
    ),
    [followUpAt('amends', 'amended-twice', 4)],
  ],
  [
    'an amendment of another case',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,,\nFU-2,S-2,2021-02-02,phone,survivor,,,,FU-1,'),
    [followUpAt('amends', 'target-other-subject', 3)],
  ],
  [
    'a retraction under another case',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,,\nFU-2,S-2,,,,,,,,FU-1'),
    [followUpAt('retracts', 'target-other-subject', 3)],
  ],
  // columns
  [
    'an unknown column',
    withCase('case_closed', 'row_id,case_code,occurred_on,reason,mood\nX-1,S-1,2021-02-01,moved,sad\n'),
    [at('case_closed.csv', 1, 'mood', 'unknown-column')],
  ],
  [
    'a column in other letters',
    withCase('case_closed', 'row_id,case_code,occurred_on,Reason\nX-1,S-1,2021-02-01,moved\n'),
    [
      at('case_closed.csv', 1, 'Reason', 'unknown-column'),
      at('case_closed.csv', 1, 'reason', 'missing-column'),
    ],
  ],
  [
    'no row_id column',
    withCase('case_closed', 'case_code,occurred_on,reason\nS-1,2021-02-01,moved\n'),
    [at('case_closed.csv', 1, 'row_id', 'missing-column')],
  ],
  [
    'no case_code column',
    withCase('case_closed', 'row_id,occurred_on,reason\nX-1,2021-02-01,moved\n'),
    [at('case_closed.csv', 1, 'case_code', 'missing-column')],
  ],
  [
    'no occurred_on column',
    withCase('case_closed', 'row_id,case_code,reason\nX-1,S-1,moved\n'),
    [at('case_closed.csv', 1, 'occurred_on', 'missing-column')],
  ],
  [
    'a required column left out',
    withCase('case_closed', 'row_id,case_code,occurred_on\nX-1,S-1,2021-02-01\n'),
    [at('case_closed.csv', 1, 'reason', 'missing-column')],
  ],
  [
    'one column twice',
    withCase('case_closed', 'row_id,case_code,occurred_on,reason,reason\nX-1,S-1,2021-02-01,moved,moved\n'),
    [at('case_closed.csv', 1, 'reason', 'duplicate-column')],
  ],
  [
    'an author where the kind has none',
    withCase('case_closed', 'row_id,case_code,occurred_on,reason,author\nX-1,S-1,2021-02-01,moved,cw-1\n'),
    [at('case_closed.csv', 1, 'author', 'unknown-column')],
  ],
  [
    'a sealed column',
    withCase('case_closed', 'row_id,case_code,occurred_on,reason,note\nX-1,S-1,2021-02-01,moved,KAJOL\n'),
    [at('case_closed.csv', 1, 'note', 'sealed-column')],
  ],
  [
    'a column of names',
    {
      'case_opened.csv':
        'row_id,case_code,occurred_on,pathway,gender,is_child,name_formal\nCO-1,S-1,2021-01-01,shelter,Feminine,no,KAJOL\n',
    },
    [at('case_opened.csv', 1, 'name_formal', 'sealed-column')],
  ],
  [
    'a file named after a kind in other letters',
    withCase('Follow-Up', 'row_id\nX-1\n'),
    [at('Follow-Up.csv', null, null, 'unknown-table')],
  ],
  [
    'a file that is no kind',
    withCase('visits', 'row_id\nX-1\n'),
    [at('visits.csv', null, null, 'unknown-table')],
  ],
  // the form of files
  [
    'a null byte',
    followUp('FU-1,S-1,2021-02-01,pho\u0000ne,survivor,,,,,'),
    [followUpAt('channel', 'null-byte')],
  ],
  ['text that is not UTF-8', withCase('follow_up', latin1), [at('follow_up.csv', 3, null, 'not-utf-8')]],
  [
    'an open quote',
    followUp('FU-1,S-1,2021-02-01,"phone,survivor,,,,,'),
    [at('follow_up.csv', 2, null, 'unclosed-quote')],
  ],
  [
    'a row with too few cells',
    followUp('FU-1,S-1,2021-02-01,phone'),
    [at('follow_up.csv', 2, null, 'too-few-cells')],
  ],
  [
    'a row with too many cells',
    followUp('FU-1,S-1,2021-02-01,phone,survivor,,,,,,extra'),
    [at('follow_up.csv', 2, null, 'too-many-cells')],
  ],
  ['an empty file', withCase('follow_up', ''), [at('follow_up.csv', null, null, 'no-header')]],
  [
    'semicolons between cells',
    withCase('case_closed', 'row_id;case_code;occurred_on;reason\nX-1;S-1;2021-02-01;moved\n'),
    [at('case_closed.csv', 1, null, 'wrong-separator')],
  ],
  [
    'a fault after a quoted cell of two lines',
    {
      'agency_registered.csv':
        'row_id,occurred_on,agency_code,name,type,country\nA-1,2021-01-01,a-1,"Hall,\nDhaka",NGO,BD\nA-2,2021-01-01,a-2,Hall,Club,BD\n',
    },
    [at('agency_registered.csv', 4, 'type', 'bad-value')],
  ],
]

describe('LIN-1 LIN-2 a malformed line list is refused with the place of every fault', () => {
  test('at least sixty malformed lists are tried', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length)
    expect(cases.length).toBeGreaterThanOrEqual(60)
  })

  test.each(cases)('%s', async (_, files, places) => {
    const faults = await faultsOf(files)
    expect(faults.map(({ file, line, column, code }) => ({ file, line, column, code }))).toEqual(places)
    for (const fault of faults) {
      expect(fault.found).not.toBe('')
      expect(fault.accepted).not.toBe('')
    }
  })
})

describe('what is no fault', () => {
  test('LIN-3 LIN-6 LIN-8 rows in any order, retractions with nothing or anything else filled in, empty cells', async () => {
    const rows = [
      'FU-3,S-1,2021-02-03,phone,survivor,,,,FU-2,',
      'FU-4,,,,,,,,,FU-1',
      'FU-2,S-1,2021-02-02,phone,survivor,,,,FU-1,',
      'FU-1,S-1,2021-02,phone,survivor,yes,2021-02-01,cw-01,,',
      'FU-6,S-2,2021-02-01,nonsense,survivor,,,,,FU-5',
      'FU-5,S-2,২০২১-০২-০১,phone,nobody,,,,,',
    ]
    expect(
      await faultsOf({ 'follow_up.csv': followUps + rows.join('\n'), 'case_opened.csv': opened }),
    ).toEqual([])
  })

  test('LIN-7 a case whose opening was taken back may be opened anew', async () => {
    const again = `${opened.replaceAll('\n', ',\n').replace('is_child,', 'is_child,retracts')}CO-3,,,,,,CO-1\nCO-4,S-1,2021-02-01,prison,Feminine,no,\n`
    expect(await faultsOf({ 'case_opened.csv': again })).toEqual([])
  })

  test('LIN-9 no cell of a sealed column is shown', async () => {
    const faults = await faultsOf(
      withCase(
        'case_closed',
        'row_id,case_code,occurred_on,reason,note\nX-1,S-1,2021-02-01,mooved,KAJOL lives here\n',
      ),
    )
    expect(faults).toHaveLength(2)
    expect(JSON.stringify(faults)).not.toContain('KAJOL')
  })
})
