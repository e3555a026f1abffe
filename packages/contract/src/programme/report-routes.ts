import {
  caseDimensions,
  countedParts,
  indicatorIds,
  type Report,
  trainingDimensions,
} from '@sathi/reporting/figures'
import type { DataQualityCode } from '@sathi/reporting/report'
import { z } from 'zod'
import { SubjectFacts } from '../journal/index.ts'
import { branded, type Route } from '../route/index.ts'
import { PeriodQuery } from './period-query.ts'

/** The report of one period. Its shape stands where it is computed; here it would stand twice. */
const ReportAnswer = z.strictObject({
  report: z.custom<Report>(),
  position: z.int().meta({ description: 'The last entry of the journal that the figures know.' }),
  notes: z
    .array(z.strictObject({ code: branded<DataQualityCode>(), count: z.int() }))
    .readonly()
    .meta({ description: 'Doubts about the records behind the figures.' }),
})
export type ReportAnswer = z.output<typeof ReportAnswer>

/** Which part of which figure: the whole, one of its own groups, one group of a breakdown, or one quarter. */
const FigurePlace = z.object({
  indicator: z.enum(indicatorIds),
  part: z.enum(countedParts),
  group: z.string().max(100).optional(),
  dimension: z.enum([...new Set([...caseDimensions, ...trainingDimensions])]).optional(),
  value: z.string().max(100).optional(),
  quarter: z
    .string()
    .regex(/^\d{4}Q[1-4]$/)
    .optional(),
})
export type FigurePlace = Readonly<z.output<typeof FigurePlace>>

const FactsQuery = PeriodQuery.extend(FigurePlace.shape)
  .extend({
    offset: z.coerce.number<number>().int().min(0).default(0),
    limit: z.coerce.number<number>().int().min(1).max(200).default(50),
  })
  // Half a cell is no question: answered with the whole figure, it would look like the cell's.
  .refine(({ dimension, value }) => (dimension === undefined) === (value === undefined))

const FactsPage = z.strictObject({ total: z.int(), items: z.array(SubjectFacts).readonly() })
export type FactsPage = z.output<typeof FactsPage>

export const reportRoute = {
  method: 'GET',
  path: '/api/report',
  summary: 'Every indicator of a period, with quarters and breakdowns',
  query: PeriodQuery,
  answer: ReportAnswer,
} as const satisfies Route

export const factsRoute = {
  method: 'GET',
  path: '/api/report/facts',
  summary: 'The coded facts that one figure counts',
  query: FactsQuery,
  answer: FactsPage,
} as const satisfies Route
