import { type CodeOf, type DayNumber, recorded, sheetPart } from '../journal/index.ts'
import { agencyKinds, type agencyLists } from './kinds.ts'

export type AgencySheet = {
  /** Absent while only engagements are recorded. */
  readonly name?: string
  readonly type?: CodeOf<typeof agencyLists.agencyTypes>
  readonly country?: string
  readonly district?: string
  readonly engagements?: { readonly held: number; readonly last: DayNumber }
}

/** An agency as last registered, and how often the organisation met it (AGE-1). */
export const agenciesPart = sheetPart({
  name: 'agencies',
  subject: 'agency',
  kinds: agencyKinds,
  fold: ({ agency_registered, engagement_held }): AgencySheet => {
    const agency = agency_registered.at(-1)?.open
    const last = engagement_held.at(-1)
    return recorded({
      name: agency?.name,
      type: agency?.type,
      country: agency?.country,
      district: agency?.district,
      engagements: last && { held: engagement_held.length, last: last.day },
    })
  },
})
