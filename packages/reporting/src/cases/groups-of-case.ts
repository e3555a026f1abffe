import { type CasesSheet, caseLists, divisionOf } from '@sathi/domain'
import type { caseDimensions } from '../figures/index.ts'

export const notRecorded = 'not_recorded'

/** The groups to which a case belongs, by dimension: one of each, but every type of exploitation that is recorded. */
export type CaseGroups = Readonly<Record<(typeof caseDimensions)[number], readonly string[]>>

/** The groups of a case by its opening (IND-CAS-1 to IND-CAS-3); `not_recorded` where the opening does not say. */
export function groupsOfCase(sheet: CasesSheet | undefined): CaseGroups {
  const opening = sheet?.opening
  return {
    gender: [opening?.gender ?? notRecorded],
    is_child: [opening?.isChild ?? notRecorded],
    age_band: [ageBandOf(opening) ?? notRecorded],
    home_division: [opening?.homeDistrict === undefined ? notRecorded : divisionOf(opening.homeDistrict)],
    pathway: [opening?.pathway ?? notRecorded],
    type_of_exploitation: opening?.exploitation?.length ? opening.exploitation : [notRecorded],
  }
}

const upperAges = [11, 14, 17, 24, 34, Number.POSITIVE_INFINITY]

/** The age decides where both are recorded: a band may have been estimated before it was known. */
function ageBandOf(opening: CasesSheet['opening']): string | undefined {
  const { age } = opening ?? {}
  if (age === undefined) return opening?.ageBand
  return caseLists.ageBands.codes[upperAges.findIndex((upper) => age <= upper)]
}
