import { type CodeOf, type DayNumber, type EntryId, recorded, sheetPart } from '../journal/index.ts'
import { communityKinds, type communityLists } from './kinds.ts'

type Rater = CodeOf<typeof communityLists.raters>

/** One measurement of how accepted she is, 0 to 100. */
export type Acceptance = readonly [id: EntryId, day: DayNumber, score: number]

export type CommunitySheet = {
  /** Measurements by who rated, first to last. */
  readonly acceptance?: Partial<Readonly<Record<Rater, readonly Acceptance[]>>>
  readonly sessions?: { readonly held: number; readonly last: DayNumber }
}

/** How her family and community take her in (COM-1, COM-2). */
export const communityPart = sheetPart({
  name: 'community',
  subject: 'case',
  kinds: communityKinds,
  fold: ({ family_session, acceptance_measured }): CommunitySheet => {
    const acceptance: Partial<Record<Rater, Acceptance[]>> = {}
    for (const { id, day, open } of acceptance_measured) {
      const series = acceptance[open.rater] ?? []
      series.push([id, day, open.score])
      acceptance[open.rater] = series
    }
    const lastSession = family_session.at(-1)
    return recorded({
      acceptance: acceptance_measured.length === 0 ? undefined : acceptance,
      sessions: lastSession && { held: family_session.length, last: lastSession.day },
    })
  },
})
