import { PassThrough, type Writable } from 'node:stream'
import {
  type DocumentQuery,
  lineListRoute,
  reportPdfRoute,
  reportWorkbookRoute,
} from '@sathi/contract/programme'
import type { Refusal } from '@sathi/contract/refusal'
import { type Day, getDay } from '@sathi/domain'
import { computeReport } from '@sathi/reporting/report'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { notSetUp, sendRefusal, serveRoute } from '../contract/index.ts'
import type { Actor, Database } from '../database/index.ts'
import { type ReportDocument, renderReportPdf, writeReportWorkbook } from '../documents/index.ts'
import type { SheetCache } from '../journal/index.ts'
import { exportLineList, openExportStore } from '../line-list/index.ts'
import { workbookWriter } from '../tables/index.ts'
import { answerForPeriod } from './report-period.ts'
import { findActor, readOrganisation } from './store.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Each holds a connection to the store until its reader has taken it all; the others are for people's work. */
const mostLineLists = 2

const busy: Refusal = {
  kind: 'document-under-way',
  message: 'Other line lists are being written just now. Nothing is lost.',
  remedy: 'Wait until they are done, then ask again.',
}

/** The report on paper and as a workbook, and the whole line list as a workbook. File names tell nothing of anybody. */
export function documentRoutes(app: FastifyInstance, database: Database, sheets: SheetCache): void {
  let beingWritten = 0

  serveRoute(app, reportPdfRoute, async ({ query }, { reply }) =>
    answerForPeriod(reply, database, query, async (actor) => {
      const pdf = await renderReportPdf(await readDocument(database, sheets, actor, query))
      return asFile(reply, 'application/pdf', `${nameOf(query)}.pdf`).send(pdf)
    }),
  )

  serveRoute(app, reportWorkbookRoute, async ({ query }, { reply }) =>
    answerForPeriod(reply, database, query, async (actor) => {
      const document = await readDocument(database, sheets, actor, query)
      asFile(reply, workbookType, `${nameOf(query)}.xlsx`)
      return sendWritten(reply, (out) => writeReportWorkbook(document, out))
    }),
  )

  serveRoute(app, lineListRoute, async (_asked, { reply }) => {
    const actor = await findActor(database)
    if (actor === undefined) return sendRefusal(reply, 409, notSetUp)
    if (beingWritten >= mostLineLists) return sendRefusal(reply, 409, busy)
    beingWritten += 1
    asFile(reply, workbookType, 'sathi-line-list.xlsx')
    return sendWritten(reply, (out) =>
      writeLineList(database, actor, out).finally(() => {
        beingWritten -= 1
      }),
    )
  })
}

async function readDocument(
  database: Database,
  sheets: SheetCache,
  actor: Actor,
  { from, to, language }: DocumentQuery,
): Promise<ReportDocument> {
  const { book, position } = await sheets.read(actor)
  const { name, synthetic } = await database.withSnapshot(actor, readOrganisation)
  return {
    report: computeReport(book, { from, to }),
    organisation: { name, synthetic },
    language,
    generatedOn: today(),
    position,
    // Positions are counted from one and none is left out.
    entries: position,
  }
}

async function writeLineList(database: Database, actor: Actor, out: Writable): Promise<void> {
  let begun = false
  await database.withSnapshot(actor, async (tx) => {
    // A lost connection makes the store begin again; what was sent cannot be taken back.
    if (begun) throw new Error('the line list broke off while it was written')
    begun = true
    await exportLineList(openExportStore(tx), workbookWriter(out))
  })
}

/** Sends what is written while it is written. A fault breaks the answer off, so that half a file is never taken for one. */
function sendWritten(reply: FastifyReply, write: (out: Writable) => Promise<void>): FastifyReply {
  const out = new PassThrough()
  write(out).catch((error: unknown) => {
    if (out.destroyed) return
    reply.log.error({ error: error instanceof Error ? error.name : 'unknown' })
    out.destroy(new Error('a document broke off while it was written'))
  })
  return reply.send(out)
}

function asFile(reply: FastifyReply, type: string, name: string): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
}

function nameOf({ from, to, language }: DocumentQuery): string {
  return `sathi-report-${from}-${to}-${language}`
}

/** The day on the clock of the office in which this runs. */
function today(): Day {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, '0'))
  return getDay(`${now.getFullYear()}-${month}-${day}`)
}
