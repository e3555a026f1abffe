import { type DayNumber, sheetPart } from '../journal/index.ts'
import { counsellingKinds } from './kinds.ts'

export type CounsellingSheet = {
  readonly sessions: number
  readonly first: DayNumber
  readonly last: DayNumber
  /** Minutes of all sessions whose length is recorded. */
  readonly minutes: number
}

/** How much counselling there was; what was said stays sealed (COU-1). */
export const counsellingPart = sheetPart({
  name: 'counselling',
  subject: 'case',
  kinds: counsellingKinds,
  fold: ({ counselling_session: sessions }): CounsellingSheet | undefined => {
    const [first] = sessions
    const last = sessions.at(-1)
    if (first === undefined || last === undefined) return undefined
    return {
      sessions: sessions.length,
      first: first.day,
      last: last.day,
      minutes: sessions.reduce((sum, session) => sum + (session.open.minutes ?? 0), 0),
    }
  },
})
