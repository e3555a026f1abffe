import { type DayNumber, recorded, sheetPart, unlessEmpty } from '../journal/index.ts'
import { type Business, businessesOf } from './businesses.ts'
import { livelihoodKinds } from './kinds.ts'

export type LivelihoodsSheet = {
  readonly businesses?: readonly Business[]
  /** Jobs found, and whether she was employed when last asked. */
  readonly jobs?: { readonly placed: number; readonly employed?: 'yes' | 'no'; readonly last: DayNumber }
  /** Vocational courses begun and how they ended. */
  readonly courses?: { readonly begun: number; readonly completed: number; readonly dropped: number }
}

/** How she earns: businesses with their months, jobs, vocational courses (LIV-1 to LIV-4). */
export const livelihoodsPart = sheetPart({
  name: 'livelihoods',
  subject: 'case',
  kinds: livelihoodKinds,
  fold: (facts): LivelihoodsSheet => {
    const businesses = businessesOf(facts.business_started, facts.business_month, facts.business_closed)
    const lastPlaced = facts.job_placed.at(-1)
    const lastChecked = facts.job_checked.at(-1)
    const lastDay = Math.max(lastPlaced?.day ?? -Infinity, lastChecked?.day ?? -Infinity)
    const ended = facts.vocational_ended.map((fact) => fact.open.result)
    return recorded({
      businesses: unlessEmpty(businesses),
      jobs: Number.isFinite(lastDay)
        ? recorded({
            placed: facts.job_placed.length,
            employed: lastChecked?.open.employed,
            last: lastDay as DayNumber,
          })
        : undefined,
      courses:
        facts.vocational_enrolled.length + ended.length === 0
          ? undefined
          : {
              begun: facts.vocational_enrolled.length,
              completed: ended.filter((result) => result === 'completed').length,
              dropped: ended.filter((result) => result === 'dropped').length,
            },
    })
  },
})
