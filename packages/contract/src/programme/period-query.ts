import { type Day, findDay } from '@sathi/domain/journal'
import { z } from 'zod'

const day = z.string().transform((text, context): Day => {
  const found = findDay(text)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: 'a day as YYYY-MM-DD' })
  return z.NEVER
})

/** The period of a report as an address names it, both days included. */
export const PeriodQuery = z.object({ from: day, to: day })
export type PeriodQuery = z.output<typeof PeriodQuery>
