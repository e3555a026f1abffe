import { factsRoute, reportRoute } from '@sathi/contract/programme'
import { computeReport, countFigure, dataQualityNotes } from '@sathi/reporting/report'
import type { FastifyInstance } from 'fastify'
import { serveRoute } from '../contract/index.ts'
import type { Database } from '../database/index.ts'
import { viewFacts } from '../facts/index.ts'
import type { SheetCache } from '../journal/index.ts'
import { answerForPeriod } from './report-period.ts'

/** The report of a period, and the coded facts behind each of its figures. */
export function reportRoutes(app: FastifyInstance, database: Database, sheets: SheetCache): void {
  serveRoute(app, reportRoute, async ({ query }, { reply }) =>
    answerForPeriod(reply, database, query, async (actor, period) => {
      const { book, position } = await sheets.read(actor)
      const notes = dataQualityNotes(book, period).map(({ code, count }) => ({ code, count }))
      return { report: computeReport(book, period), position, notes }
    }),
  )

  serveRoute(app, factsRoute, async ({ query }, { reply }) => {
    const { from, to, indicator, part, offset, limit, ...cell } = query
    return answerForPeriod(reply, database, { from, to }, async (actor, period) => {
      const { book } = await sheets.read(actor)
      const { counted } = countFigure(book, { indicator, period, ...cell })
      const all = counted[part] ?? []
      const page = all.slice(offset, offset + limit)
      return { total: all.length, items: await database.withSnapshot(actor, (tx) => viewFacts(tx, page)) }
    })
  })
}
