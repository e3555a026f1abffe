import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import {
  type identificationLists,
  post_registered,
  post_roster,
  screening_confirmed,
  screening_done,
  screening_referred,
} from './kinds.ts'

type PostAgency = CodeOf<typeof identificationLists.postAgencies>

/** An officer's time at a post, both days included; without a last day (null) she or he still serves there. */
export type RosterLine = readonly [id: EntryId, officer: string, from: DayNumber, to: DayNumber | null]

export type PostSheet = {
  /** Absent when the post itself is not recorded. */
  readonly agency?: PostAgency
  readonly district?: string
  readonly rosters?: readonly RosterLine[]
}

/** A post as last registered, and who served there when (IDE-1). */
export const postsPart = sheetPart({
  name: 'posts',
  subject: 'post',
  kinds: { post_registered, post_roster },
  fold: ({ post_registered: registered, post_roster: rosters }): PostSheet => {
    const post = registered.at(-1)?.open
    return recorded({
      agency: post?.agency,
      district: post?.district,
      rosters: unlessEmpty(
        rosters.map(({ id, open }): RosterLine => {
          const to = open.to === undefined ? null : dayNumberOf(open.to)
          return [id, open.officer_code, dayNumberOf(open.from), to]
        }),
      ),
    })
  },
})

/** A screening as one officer did it. */
export type Screening = readonly [
  id: EntryId,
  day: DayNumber,
  agency: PostAgency,
  result: CodeOf<typeof identificationLists.screeningResults>,
  officer: string,
]

export type ScreeningSheet = {
  readonly done?: readonly Screening[]
  readonly referrals?: readonly (readonly [id: EntryId, day: DayNumber])[]
  readonly findings?: readonly (readonly [
    id: EntryId,
    day: DayNumber,
    finding: CodeOf<typeof identificationLists.findings>,
  ])[]
}

/** What was seen at a screening, where that led, and what was found in the end (IDE-2). */
export const screeningsPart = sheetPart({
  name: 'screenings',
  subject: 'screening',
  kinds: { screening_done, screening_referred, screening_confirmed },
  fold: (facts): ScreeningSheet => {
    const done = facts.screening_done.map(({ id, day, open }): Screening => {
      return [id, day, open.agency, open.result, open.officer_code]
    })
    const referrals = facts.screening_referred.map(({ id, day }) => [id, day] as const)
    const findings = facts.screening_confirmed.map(({ id, day, open }) => [id, day, open.finding] as const)
    return recorded({
      done: unlessEmpty(done),
      referrals: unlessEmpty(referrals),
      findings: unlessEmpty(findings),
    })
  },
})
