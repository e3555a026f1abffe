import type { Business, BusinessMonth, DayNumber, EntryId, SubjectId } from '@sathi/domain'
import { byDayThenRowId } from '@sathi/domain'
import { oncePerBook } from '../counting/index.ts'

/** A business with what every file that knows its code says of it: two survivors may run one together. */
export type SharedBusiness = {
  /** A file that only keeps the accounts of somebody else's business does not start it. */
  readonly starts: readonly { readonly id: EntryId; readonly day: DayNumber; readonly subject: SubjectId }[]
  readonly ends: readonly { readonly id: EntryId; readonly day: DayNumber }[]
  /** One record per month, in order of month. */
  readonly months: readonly BusinessMonth[]
}

/** Every business of the book, by its code. */
export const businessesOf = oncePerBook((book): readonly SharedBusiness[] => {
  const byCode = new Map<string, SharedBusiness>()
  for (const [subject, { businesses = [] }] of book.livelihoods) {
    for (const business of businesses) {
      const one = asShared(subject, business)
      const known = byCode.get(business.business)
      byCode.set(business.business, known === undefined ? one : joined(known, one))
    }
  }
  return [...byCode.values()]
})

function asShared(subject: SubjectId, { started, closed, months }: Business): SharedBusiness {
  const starts = started ? [{ ...started, subject }] : []
  return { starts, ends: closed ? [closed] : [], months }
}

function joined(one: SharedBusiness, other: SharedBusiness): SharedBusiness {
  return {
    starts: [...one.starts, ...other.starts],
    ends: [...one.ends, ...other.ends],
    months: latestPerMonth([...one.months, ...other.months]),
  }
}

/** Of two records of one month the one with the later day counts, on one day the greater row id. */
function latestPerMonth(months: readonly BusinessMonth[]): BusinessMonth[] {
  const inOrder = months.toSorted((left, right) => byDayThenRowId(orderOf(left), orderOf(right)))
  const latest = new Map(inOrder.map((month) => [month[1], month]))
  return [...latest.values()].sort(([, left], [, right]) => (left < right ? -1 : 1))
}

function orderOf([, , , , day, rowId]: BusinessMonth) {
  return { day, rowId }
}
