import type { Day } from '@sathi/domain'
import { findDay } from '@sathi/domain'
import {
  caseDimensions,
  countedParts,
  indicatorIds,
  type Period,
  trainingDimensions,
} from '@sathi/reporting/figures'
import { computeReport, countFigure, dataQualityNotes } from '@sathi/reporting/report'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { contract, notSetUp, sendRefusal } from '../contract/index.ts'
import type { Actor, Database } from '../database/index.ts'
import { viewFacts } from '../facts/index.ts'
import type { SheetCache } from '../journal/index.ts'
import type { Refusal } from '../refusal/index.ts'
import { findActor } from './store.ts'

const day = z.string().transform((text, context): Day => {
  const found = findDay(text)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: 'a day as YYYY-MM-DD' })
  return z.NEVER
})

const PeriodQuery = z.object({ from: day, to: day })

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
})

const badPeriod: Refusal = {
  kind: 'bad-period',
  message: 'The period ends before it begins, or has no such part.',
  remedy: 'Choose the first and the last day of the period again.',
}

/** The longest period that is computed: forty years of quarters are more than any screen shows. */
const mostYears = 40

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
      answer(reply, database, request.query as Period, async (actor, period) => {
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
      return answer(reply, database, { from, to }, async (actor, period) => {
        const { book } = await sheets.read(actor)
        const { counted } = countFigure(book, { indicator, period, ...cell })
        const all = counted[part] ?? []
        const page = all.slice(offset, offset + limit)
        return { total: all.length, items: await database.withSnapshot(actor, (tx) => viewFacts(tx, page)) }
      })
    },
  )
}

async function answer(
  reply: FastifyReply,
  database: Database,
  period: Period,
  read: (actor: Actor, period: Period) => Promise<unknown>,
): Promise<unknown> {
  const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))
  if (period.from > period.to || years > mostYears) return sendRefusal(reply, 400, badPeriod)
  const actor = await findActor(database)
  if (actor === undefined) return sendRefusal(reply, 409, notSetUp)
  try {
    return await read(actor, period)
  } catch (error) {
    if (error instanceof RangeError) return sendRefusal(reply, 400, badPeriod)
    throw error
  }
}
