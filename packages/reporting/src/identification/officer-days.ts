import type { DayNumber, EntryId, SubjectId } from '@sathi/domain'
import { type OpenBook, oncePerBook, type Reading, type SubjectUnit } from '../counting/index.ts'
import { officersTrained } from '../training/index.ts'

type Service = {
  readonly id: EntryId
  readonly subject: SubjectId
  readonly officer: string
  readonly from: DayNumber
  /** Infinite while the officer still serves there. */
  readonly to: number
}

/** The rosters of border guards' posts, one officer's after another's and each officer's in order of the first day. */
const service = oncePerBook((book): readonly Service[] => {
  const lines: Service[] = []
  for (const [subject, { agency, rosters = [] }] of book.posts) {
    if (agency !== 'bgb') continue
    for (const [id, officer, from, to] of rosters) {
      lines.push({ id, subject, officer, from, to: to ?? Number.POSITIVE_INFINITY })
    }
  }
  return lines.sort((left, right) => {
    if (left.officer !== right.officer) return left.officer < right.officer ? -1 : 1
    return left.from - right.from
  })
})

/**
 * For each post the days of the period that border guards spent there, both ends of a roster included and a day on two
 * rosters counted once: either those after the day on which a completed course ended, or those up to that day.
 */
export function officerDayUnits({ book, period }: Reading, group: 'trained' | 'untrained'): SubjectUnit[] {
  const trained = officersTrained(book)
  const byPost = new Map<SubjectId, { each: EntryId[]; value: number }>()
  let officer: string | undefined
  let uncounted = 0
  let lastDay = 0
  for (const line of service(book)) {
    if (line.officer !== officer) {
      officer = line.officer
      const endedOn = trained.get(officer)?.endedOn ?? Number.POSITIVE_INFINITY
      uncounted = group === 'trained' ? Math.max(period.from, endedOn + 1) : period.from
      lastDay = group === 'trained' ? period.to : Math.min(period.to, endedOn)
    }
    const first = Math.max(line.from, uncounted)
    const last = Math.min(line.to, lastDay)
    if (last < first) continue
    uncounted = last + 1
    const post = byPost.get(line.subject)
    if (post === undefined) {
      byPost.set(line.subject, { each: [line.id], value: last - first + 1 })
    } else {
      post.each.push(line.id)
      post.value += last - first + 1
    }
  }
  return Array.from(byPost, ([subject, days]) => {
    return { part: 'denominator' as const, group, subject, entries: [], ...days }
  })
}

/** Whether an officer had completed a course for border guards that ended before the day. */
export function wasTrainedBefore(reading: Reading, officer: string, day: DayNumber): boolean {
  const trained = officersTrained(reading.book).get(officer)
  return trained !== undefined && trained.endedOn < day
}

const serviceByOfficer = oncePerBook((book) => Map.groupBy(service(book), ({ officer }) => officer))

/** Whether an officer was on the roster of a border guards' post on the day. */
export function isAtPost(book: OpenBook, officer: string, day: DayNumber): boolean {
  return (
    serviceByOfficer(book)
      .get(officer)
      ?.some(({ from, to }) => from <= day && day <= to) ?? false
  )
}
