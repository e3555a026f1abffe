import type { DayNumber, EntryId, SubjectId } from '@sathi/domain'
import { oncePerBook, type Reading, type SubjectUnit } from '../counting/index.ts'
import { officersTrained } from '../training/index.ts'

type Line = {
  readonly id: EntryId
  readonly subject: SubjectId
  readonly from: DayNumber
  /** Infinite while the officer still serves there. */
  readonly to: number
}

/** The rosters of border guards' posts by officer, each officer's in order of their first day. */
const rostersByOfficer = oncePerBook((book) => {
  const byOfficer = new Map<string, Line[]>()
  for (const [subject, { agency, rosters = [] }] of book.posts) {
    if (agency !== 'bgb') continue
    for (const [id, officer, from, to] of rosters) {
      const line = { id, subject, from, to: to ?? Number.POSITIVE_INFINITY }
      const lines = byOfficer.get(officer)
      if (lines === undefined) byOfficer.set(officer, [line])
      else lines.push(line)
    }
  }
  for (const lines of byOfficer.values()) lines.sort((left, right) => left.from - right.from)
  return byOfficer
})

/**
 * For each border guard the days of the period at a post, both ends of a roster included and a day on two rosters counted
 * once: either those after the day on which a completed course ended, or those up to that day.
 */
export function officerDayUnits({ book, period }: Reading, group: 'trained' | 'untrained'): SubjectUnit[] {
  const trained = officersTrained(book)
  const units: SubjectUnit[] = []
  for (const [officer, lines] of rostersByOfficer(book)) {
    const endedOn = trained.get(officer)?.endedOn ?? Number.POSITIVE_INFINITY
    const from = group === 'trained' ? Math.max(period.from, endedOn + 1) : period.from
    const to = group === 'trained' ? period.to : Math.min(period.to, endedOn)
    if (from > to) continue
    const unit = unitWithin(lines, from, to, group)
    if (unit !== undefined) units.push(unit)
  }
  return units
}

/** The days from `from` to `to` that the lines cover, given in order of their first day; undefined when there are none. */
function unitWithin(
  lines: readonly Line[],
  from: number,
  to: number,
  group: string,
): SubjectUnit | undefined {
  const entries: EntryId[] = []
  let subject: SubjectId | undefined
  let days = 0
  let uncounted = from
  for (const line of lines) {
    const last = Math.min(line.to, to)
    if (last < line.from || last < from) continue
    subject ??= line.subject
    entries.push(line.id)
    const first = Math.max(line.from, uncounted)
    if (last < first) continue
    days += last - first + 1
    uncounted = last + 1
  }
  return subject && { part: 'denominator', group, subject, entries, value: days }
}

/** Whether an officer had completed a course for border guards that ended before the day. */
export function wasTrainedBefore(reading: Reading, officer: string, day: DayNumber): boolean {
  const trained = officersTrained(reading.book).get(officer)
  return trained !== undefined && trained.endedOn < day
}
