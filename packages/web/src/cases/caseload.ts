import type { SheetBodies } from '@sathi/domain/catalogue'
import type { DayNumber, SubjectId } from '@sathi/domain/journal'
import type { Sheet } from '../device/index.ts'
import { nextFollowUp } from './follow-up-rhythm.ts'

/** Where she is: on the road home, in aftercare, neither, or her file is closed. */
export type Phase =
  | { readonly type: 'road'; readonly stage: NonNullable<SheetBodies['repatriation']['phase']>['stage'] }
  | { readonly type: 'aftercare'; readonly intensity: 'intensive' | 'light' }
  | { readonly type: 'opened' }
  | { readonly type: 'closed' }
  /** Her file's opening is not here, or may not be read. */
  | { readonly type: 'not-known' }

/** The next thing that is promised to her. */
export type Due = { readonly day: DayNumber; readonly what: 'follow-up' | 'goal' | 'paper' }

/** A case as the caseload shows it, from its sheet alone. */
export type CaseRow = {
  readonly subject: SubjectId
  /** Undefined while nobody has told it. */
  readonly code: string | undefined
  readonly phase: Phase
  readonly lastContact: DayNumber | undefined
  readonly due: Due | undefined
  readonly isAtHighRisk: boolean
  readonly isUnsettled: boolean
  readonly unsent: number
}

/** The caseload in the order in which it needs somebody today: at risk and overdue first, closed files last. */
export function caseload(sheets: readonly Sheet[], today: DayNumber): CaseRow[] {
  return sheets
    .filter(({ subject }) => subject.type === 'case')
    .map((sheet) => caseRow(sheet, today))
    .toSorted((left, right) => byNeed(left, right, today))
}

export function caseRow({ subject, subjectCode, parts, unsent }: Sheet, today: DayNumber): CaseRow {
  const { cases, aftercare, repatriation } = parts
  const phase = phaseOf(parts, today)
  const contacts = [
    aftercare?.followUps?.findLast(([, , reached]) => reached === 'survivor')?.[1],
    aftercare?.services?.last,
    repatriation?.home?.day,
  ].filter((day) => day !== undefined)
  return {
    subject: subject.id,
    code: subjectCode,
    phase,
    lastContact: contacts.length === 0 ? cases?.opening?.day : (Math.max(...contacts) as DayNumber),
    due: phase.type === 'closed' ? undefined : nextDue(parts, today),
    isAtHighRisk: phase.type !== 'closed' && (aftercare?.risks ?? []).some(({ level }) => level === 'high'),
    isUnsettled: Object.values(parts).some(({ unsettled = [] }) => unsettled.length > 0),
    unsent,
  }
}

function phaseOf({ cases, aftercare, repatriation }: Sheet['parts'], today: DayNumber): Phase {
  if (cases?.status === 'closed') return { type: 'closed' }
  const enrolment = aftercare?.enrolments?.findLast(({ from, to }) => from <= today && (to ?? today) >= today)
  if (enrolment !== undefined) return { type: 'aftercare', intensity: enrolment.intensity }
  if (repatriation?.phase !== undefined) return { type: 'road', stage: repatriation.phase.stage }
  return cases === undefined ? { type: 'not-known' } : { type: 'opened' }
}

/** Papers that lapsed while she was still on the road are in the way; once she is home they are history. */
function nextDue({ aftercare, repatriation }: Sheet['parts'], today: DayNumber): Due | undefined {
  const followUp = aftercare && nextFollowUp(aftercare, today)
  const goal = aftercare?.goals?.find(({ dueOn }) => dueOn !== undefined)?.dueOn
  const papers =
    repatriation?.home === undefined
      ? Object.values(repatriation?.documents ?? {}).filter((day) => day !== null)
      : []
  const all: Due[] = [
    ...(followUp === undefined ? [] : [{ day: followUp, what: 'follow-up' } as const]),
    ...(goal === undefined ? [] : [{ day: goal, what: 'goal' } as const]),
    ...papers.map((day) => ({ day, what: 'paper' }) as const),
  ]
  return all.toSorted((left, right) => left.day - right.day)[0]
}

/** How pressing a day is. `soon`: within a week. */
export type Pressing = 'overdue' | 'today' | 'soon' | 'later' | 'none' | 'closed'

const soonDays = 7

export function howPressing({ due, phase }: Pick<CaseRow, 'due' | 'phase'>, today: DayNumber): Pressing {
  if (phase.type === 'closed') return 'closed'
  if (due === undefined) return 'none'
  if (due.day < today) return 'overdue'
  if (due.day === today) return 'today'
  return due.day - today <= soonDays ? 'soon' : 'later'
}

const order: readonly Pressing[] = ['overdue', 'today', 'soon', 'later', 'none', 'closed']

function byNeed(left: CaseRow, right: CaseRow, today: DayNumber): number {
  const rank = (row: CaseRow) => order.indexOf(howPressing(row, today))
  const risk = Number(right.isAtHighRisk) - Number(left.isAtHighRisk)
  const days = (left.due?.day ?? 0) - (right.due?.day ?? 0)
  return risk || rank(left) - rank(right) || days || ((left.code ?? '') < (right.code ?? '') ? -1 : 1)
}
