import { type DayNumber, type EntryId, recorded, sheetPart, unlessEmpty } from '../journal/index.ts'
import { mentoringKinds } from './kinds.ts'

/** A survivor and her peer mentor. */
export type MentorMatch = {
  readonly match: string
  /** Absent when only contacts or the end are recorded. */
  readonly mentor?: string
  readonly since?: DayNumber
  readonly endedOn?: DayNumber
  readonly contacts?: readonly (readonly [id: EntryId, day: DayNumber])[]
}

export type MentoringSheet = { readonly matches: readonly MentorMatch[] }

/** Her peer mentors and every contact with them (MEN-1, MEN-2). */
export const mentoringPart = sheetPart({
  name: 'mentoring',
  subject: 'case',
  kinds: mentoringKinds,
  fold: ({ mentoring_matched, mentoring_ended, mentoring_contact }): MentoringSheet => {
    const all = [...mentoring_matched, ...mentoring_ended, ...mentoring_contact]
    const codes = new Set(all.map((fact) => fact.open.match_id))
    const matches = [...codes].sort().map((match): MentorMatch => {
      const matched = mentoring_matched.findLast((fact) => fact.open.match_id === match)
      const ended = mentoring_ended.findLast((fact) => fact.open.match_id === match)
      const contacts = mentoring_contact
        .filter((fact) => fact.open.match_id === match)
        .map((fact) => [fact.id, fact.day] as const)
      return recorded({
        match,
        mentor: matched?.open.mentor_code,
        since: matched?.day,
        endedOn: ended?.day,
        contacts: unlessEmpty(contacts),
      })
    })
    return { matches }
  },
})
