import {
  type CodeOf,
  type DayNumber,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
  sheetPart,
} from '../journal/index.ts'
import { caseKinds, type caseLists } from './kinds.ts'

/** What the opening of a file says of her, in codes. */
export type Opening = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly pathway: CodeOf<typeof caseLists.pathways>
  readonly gender: CodeOf<typeof caseLists.genders>
  readonly isChild: 'yes' | 'no' | 'unknown'
  /** Completed years when the file was opened. */
  readonly age?: number
  readonly ageBand?: CodeOf<typeof caseLists.ageBands>
  readonly homeDistrict?: string
  readonly exploitation?: readonly CodeOf<typeof caseLists.exploitationTypes>[]
  readonly country?: string
  readonly referredBy?: string
}

export type CasesSheet = {
  readonly status: 'open' | 'closed'
  /** The day from which the status holds. */
  readonly since: DayNumber
  readonly closedFor?: CodeOf<typeof caseLists.closingReasons>
  /** Absent while the opening has not arrived. */
  readonly opening?: Opening
}

/** Whether the file is open, and what its opening says (CAS-1 to CAS-3). */
export const casesPart = sheetPart({
  name: 'cases',
  subject: 'case',
  kinds: caseKinds,
  fold: ({ case_opened, case_closed, case_reopened }): CasesSheet | undefined => {
    const opened = case_opened.at(-1)
    const closed = case_closed.at(-1)
    const reopened = case_reopened.at(-1)
    const opening = opened && openingOf(opened)
    if (closed !== undefined && (reopened === undefined || reopened.day < closed.day)) {
      return recorded({
        status: 'closed' as const,
        since: closed.day,
        closedFor: closed.open.reason,
        opening,
      })
    }
    const last = reopened ?? opened
    return last && recorded({ status: 'open' as const, since: last.day, opening })
  },
})

function openingOf(fact: Fact<OpenOf<typeof caseKinds.case_opened>>): Opening {
  const { open } = fact
  return recorded({
    id: fact.id,
    day: fact.day,
    pathway: open.pathway,
    gender: open.gender,
    isChild: open.is_child,
    age: open.age,
    ageBand: open.age_band,
    homeDistrict: open.home_district,
    exploitation: open.type_of_exploitation,
    country: open.country_of_exploitation,
    referredBy: open.referred_by,
  })
}
