import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import { type Enrolment, enrolmentsOf } from './enrolments.ts'
import { aftercareKinds, type aftercareLists } from './kinds.ts'
import { type OpenGoal, openGoalsOf } from './open-goals.ts'
import { type OpenRisk, openRisksOf } from './open-risks.ts'

/** A follow-up: who was reached, the day it had been due (null: not recorded) and who made it (null: not recorded). */
export type FollowUp = readonly [
  id: EntryId,
  day: DayNumber,
  reached: CodeOf<typeof aftercareLists.reached>,
  dueOn: DayNumber | null,
  author: string | null,
]

/** A decision on graduation. She has graduated only when it is approved and she accepts it. */
export type GraduationDecision = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly approved: boolean
  readonly accepted: boolean
}

/** A report on an incident of re-trafficking. `rowId` decides which of one day's reports is the later. */
export type IncidentReport = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly rowId: string
  readonly incident: string
  readonly status: CodeOf<typeof aftercareLists.incidentStatuses>
}

export type AftercareSheet = {
  readonly enrolments?: readonly Enrolment[]
  readonly followUps?: readonly FollowUp[]
  readonly risks?: readonly OpenRisk[]
  readonly goals?: readonly OpenGoal[]
  readonly graduation?: readonly GraduationDecision[]
  readonly incidents?: readonly IncidentReport[]
  /** How many services were provided or completed, and the day of the last entry on services. */
  readonly services?: { readonly given: number; readonly last: DayNumber }
}

/** How she is stood by: enrolments, follow-ups, open risks and goals, graduation, incidents (AFT-1 to AFT-8). */
export const aftercarePart = sheetPart({
  name: 'aftercare',
  subject: 'case',
  kinds: aftercareKinds,
  fold: (facts): AftercareSheet => {
    const lastService = facts.service_given.at(-1)
    const given = facts.service_given.filter(
      ({ open }) => open.outcome === 'provided' || open.outcome === 'completed',
    )
    return recorded({
      enrolments: unlessEmpty(enrolmentsOf(facts.aftercare_enrolled, facts.aftercare_ended)),
      followUps: unlessEmpty(
        facts.follow_up.map(({ id, day, open, author }): FollowUp => {
          return [id, day, open.reached, open.due_on === undefined ? null : dayNumberOf(open.due_on), author]
        }),
      ),
      risks: unlessEmpty(openRisksOf(facts.risk_raised, facts.risk_resolved)),
      goals: unlessEmpty(openGoalsOf(facts.plan_goal)),
      graduation: unlessEmpty(
        facts.graduation_decided.map(({ id, day, open }) => {
          return { id, day, approved: open.approved === 'yes', accepted: open.accepted_by_survivor === 'yes' }
        }),
      ),
      incidents: unlessEmpty(
        facts.retrafficking_reported.map(({ id, day, rowId, open }) => {
          return { id, day, rowId, incident: open.incident_id, status: open.status }
        }),
      ),
      services: lastService && { given: given.length, last: lastService.day },
    })
  },
})
