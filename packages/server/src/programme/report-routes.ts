import {
  caseDimensions,
  countedParts,
  indicatorIds,
  type Period,
  trainingDimensions,
} from '@sathi/reporting/figures'
import { computeReport, countFigure, dataQualityNotes } from '@sathi/reporting/report'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contract } from '../contract/index.ts'
import type { Database } from '../database/index.ts'
import { viewFacts } from '../facts/index.ts'
import type { SheetCache } from '../journal/index.ts'
import { answerForPeriod, PeriodQuery } from './report-period.ts'

const FactsQuery = PeriodQuery.extend({
  indicator: z.enum(indicatorIds),
  part: z.enum(countedParts),
  group: z.string().max(100).optional(),
  dimension: z.enum([...new Set([...caseDimensions, ...trainingDimensions])]).optional(),
  value: z.string().max(100).optional(),
  quarter: z
    .string()
    .regex(/^\d{4}Q[1-4]$/)
    .optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  // Half a cell is no question: answered with the whole figure, it would look like the cell's.
}).refine(({ dimension, value }) => (dimension === undefined) === (value === undefined))

/** The report of a period, and the coded facts behind each of its figures. */
export function reportRoutes(app: FastifyInstance, database: Database, sheets: SheetCache): void {
  app.get(
    '/api/report',
    {
      schema: contract({
        summary: 'Every indicator of a period, with quarters and breakdowns',
        querystring: PeriodQuery,
      }),
    },
    async (request, reply) =>
      answerForPeriod(reply, database, request.query as Period, async (actor, period) => {
        const { book, position } = await sheets.read(actor)
        const notes = dataQualityNotes(book, period).map(({ code, count }) => ({ code, count }))
        return { report: computeReport(book, period), position, notes }
      }),
  )

  app.get(
    '/api/report/facts',
    { schema: contract({ summary: 'The coded facts that one figure counts', querystring: FactsQuery }) },
    async (request, reply) => {
      const { from, to, indicator, part, offset, limit, ...cell } = request.query as z.infer<
        typeof FactsQuery
      >
      return answerForPeriod(reply, database, { from, to }, async (actor, period) => {
        const { book } = await sheets.read(actor)
        const { counted } = countFigure(book, { indicator, period, ...cell })
        const all = counted[part] ?? []
        const page = all.slice(offset, offset + limit)
        return { total: all.length, items: await database.withSnapshot(actor, (tx) => viewFacts(tx, page)) }
      })
    },
  )
}
