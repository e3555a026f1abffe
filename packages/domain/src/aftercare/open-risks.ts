import {
  type CodeOf,
  type DayNumber,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
} from '../journal/index.ts'
import type { aftercareKinds, aftercareLists } from './kinds.ts'

/** A risk that was raised and not resolved since, as last raised. */
export type OpenRisk = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly risk: string
  readonly flag: string
  readonly level?: CodeOf<typeof aftercareLists.riskLevels>
}

/** The open risks in order of the day on which they were last raised (AFT-6). Resolving counts to the end of its day. */
export function openRisksOf(
  raised: readonly Fact<OpenOf<typeof aftercareKinds.risk_raised>>[],
  resolved: readonly Fact<OpenOf<typeof aftercareKinds.risk_resolved>>[],
): OpenRisk[] {
  return raised
    .filter(
      (fact, index) => !raised.slice(index + 1).some((later) => later.open.risk_id === fact.open.risk_id),
    )
    .filter((fact) => !resolved.some((end) => end.open.risk_id === fact.open.risk_id && end.day >= fact.day))
    .map(({ id, day, open }) => recorded({ id, day, risk: open.risk_id, flag: open.flag, level: open.level }))
}
