import type { KindName } from '@sathi/domain/catalogue'
import type { Entry, EntryId, Instant, PartialDate, SubjectId } from '@sathi/domain/journal'
import type { Change } from '@sathi/sync'

export type Delivered = Extract<Change, { change: 'entry' }>

type Row = readonly [
  kind: KindName,
  daysAgo: number,
  open: Readonly<Record<string, unknown>>,
  about?: Partial<Entry>,
]

const today = Date.now()

function day(daysAgo: number): PartialDate {
  return new Date(today - daysAgo * 86_400_000).toISOString().slice(0, 10) as PartialDate
}

function uuid(group: string, number: number): string {
  return `00000000-0000-7000-${group}-${String(number).padStart(12, '0')}`
}

export function inventedSubject(file: number): SubjectId {
  return uuid('9000', file) as SubjectId
}

const opening = { pathway: 'shelter', gender: 'Feminine', is_child: 'no', age: 19, home_district: 'BD3026' }

/** Files in different places of the road, in turn. `more` follow-ups make a long journal. */
function rowsOf(file: number): Row[] {
  const opened: Row = ['case_opened', 420, opening]
  const enrolled: Row = ['aftercare_enrolled', 100, { intensity: 'intensive', caseworker: 'cw-01' }]
  const visit = (daysAgo: number): Row => [
    'follow_up',
    daysAgo,
    { channel: 'home_visit', reached: 'survivor', safe: 'yes' },
  ]
  switch (file % 6) {
    case 0:
      return [opened, enrolled, visit(45)]
    case 1:
      return [
        opened,
        ['repatriation_stage', 90, { stage: 'nationality_verification', waiting_on: 'moha' }],
        ['repatriation_blocked', 60, { stage: 'nationality_verification', reason: 'address_unknown' }],
      ]
    case 2:
      return [
        opened,
        enrolled,
        visit(2),
        ['risk_raised', 2, { risk_id: 'r-1', flag: 'debt', level: 'high' }],
        ['consent_given', 99, { purpose: 'services', given_by: 'self' }],
        ['assessment', 30, { instrument: 'who5', score: 48, mode: 'read_aloud' }],
      ]
    case 3:
      return [
        opened,
        enrolled,
        visit(28),
        ['plan_goal', 60, { goal_id: 'g-1', domain: 'housing', due_on: day(-3), status: 'open' }],
      ]
    case 4:
      return [opened, enrolled, visit(1), ['case_closed', 0, { reason: 'moved' }]]
    default:
      return [opened]
  }
}

/** Coded facts as an office delivers them: imported, so unsigned and without anything sealed. */
export function inventedCases(files: number, more: number): readonly Delivered[] {
  let position = 0
  const deliver = (file: number, [kind, daysAgo, open, about = {}]: Row): Delivered => {
    position += 1
    const at = new Date(today - daysAgo * 86_400_000 - 3_600_000 + position).toISOString() as Instant
    const entry: Entry = {
      id: uuid('8000', position) as EntryId,
      subject: { type: 'case', id: inventedSubject(file) },
      kind,
      version: 1,
      occurredOn: day(daysAgo),
      recordedAt: at,
      author: 'cw-01',
      device: null,
      rowId: `R-${position}`,
      open,
      ...about,
    }
    return {
      change: 'entry',
      position,
      receivedAt: at,
      entry,
      subjectCode: `S-${String(file).padStart(4, '0')}`,
    }
  }
  return Array.from({ length: files }, (_, index) => index + 1).flatMap((file) => {
    const delivered = rowsOf(file).map((row) => deliver(file, row))
    const visits = Array.from({ length: more }, (_, number) =>
      deliver(file, ['follow_up', 100 + number * 7, { channel: 'phone', reached: 'survivor', safe: 'yes' }]),
    )
    const seen = delivered.find(({ entry }) => entry.kind === 'follow_up')?.entry.id
    // Of the third file two people corrected one visit apart from each other, and of the first a visit was taken back.
    if (file === 3 && seen !== undefined)
      for (const safe of ['no', 'unknown'])
        delivered.push(
          deliver(file, ['follow_up', 28, { channel: 'phone', reached: 'survivor', safe }, { amends: seen }]),
        )
    if (file === 6 && seen !== undefined)
      delivered.push(deliver(file, ['follow_up', 20, {}, { retracts: seen }]))
    return [...delivered, ...visits]
  })
}
