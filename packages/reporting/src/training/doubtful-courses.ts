import type { TrainingSheet } from '@sathi/domain'
import type { DataQualityCheck, OpenBook } from '../counting/index.ts'
import type { Counted } from '../figures/index.ts'

/** People in courses that nobody recorded, so that audience and days are unknown; they are not counted. */
export const participantsOfUnknownCourses = {
  code: 'participant_of_unknown_course',
  find: ({ book }) =>
    coursesWhere(book, ({ course }) => course === undefined).flatMap(([subject, { participations = [] }]) =>
      participations.map(([id]): Counted => ({ subject, entries: [id] })),
    ),
} as const satisfies DataQualityCheck

/** Courses that end before they begin; they count by the day on which they end. */
export const coursesThatEndTooEarly = {
  code: 'course_ends_before_it_begins',
  find: ({ book, period }) =>
    coursesWhere(book, ({ course }) => {
      return course !== undefined && course.endsOn < course.startsOn && course.endsOn <= period.to
    }).map(([subject, { course }]) => ({ subject, entries: course === undefined ? [] : [course.id] })),
} as const satisfies DataQualityCheck

function coursesWhere(book: OpenBook, test: (sheet: TrainingSheet) => boolean) {
  return Array.from(book.training).filter(([, sheet]) => test(sheet))
}
