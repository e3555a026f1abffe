import type { ChangeSheet } from '@sathi/domain'
import type { BookIndicator, PeriodDays, SubjectUnit, Unit } from '../counting/index.ts'
import type { ChangesFigure } from '../figures/index.ts'

/**
 * S1 Changes in the system: how many changes stand as agreed or substantiated at the end of the period, since the
 * programme began; and how many of them an independent verifier has borne out, fully or partly, by then. A later
 * verifier who disagrees does not undo that.
 */
export const changesInTheSystem: BookIndicator = {
  id: 'S1',
  parts: ['changes'],
  units: ({ book, period }) => {
    const units: SubjectUnit[] = []
    for (const [subject, sheet] of book.changes) {
      for (const unit of unitsOfChange(sheet, period)) units.push({ ...unit, subject })
    }
    return units
  },
  figure: changesFigure,
}

/** A change that stands is counted; one that is borne out independently is in the numerator too. */
function unitsOfChange({ statuses = [], substantiations = [] }: ChangeSheet, { to }: PeriodDays): Unit[] {
  const last = statuses.findLast(([, day]) => day <= to)
  if (last === undefined) return []
  const [id, , status] = last
  if (status !== 'agreed' && status !== 'substantiated') return []
  const borneOut = substantiations.filter(
    ({ day, independent, agrees }) => day <= to && independent && agrees !== 'no',
  )
  const units: Unit[] = [{ part: 'counted', entries: [id] }]
  if (borneOut.length > 0) units.push({ part: 'numerator', entries: [id, ...borneOut.map((one) => one.id)] })
  return units
}

function changesFigure(units: readonly Unit[]): ChangesFigure {
  return {
    shape: 'changes',
    value: units.filter(({ part }) => part === 'counted').length,
    substantiatedIndependently: units.filter(({ part }) => part === 'numerator').length,
  }
}
