import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import multipart, { type MultipartFile } from '@fastify/multipart'
import { startImportRoute, watchImportRoute } from '@sathi/contract/programme'
import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyInstance } from 'fastify'
import { findFullDisk, notThere, sendRefusal, serveRoute } from '../contract/index.ts'
import type { Database } from '../database/index.ts'
import { LineListChanged } from '../line-list/index.ts'
import {
  LARGEST_LIST_BYTES,
  type LineListSource,
  openUploadedLineList,
  type UploadedFile,
} from '../tables/index.ts'
import { importInto } from './import-into.ts'
import { createRunningImports, type RunningImports } from './running-imports.ts'

const mostFiles = 200
const mostFaultsSent = 1_000

/** While one list comes in, others wait: a browser that sends nothing any more must not keep them out for long. */
const longestStallMs = 10_000

const busy: Refusal = {
  kind: 'import-under-way',
  message: 'Another import is under way. Nothing of this one was read.',
  remedy: 'Wait until it is done.',
}

/** Line lists sent by the browser: read in memory, checked and stored while the screen follows. */
export function importRoutes(
  app: FastifyInstance,
  database: Database,
  { stalledMs = longestStallMs }: { readonly stalledMs?: number } = {},
): void {
  const imports = createRunningImports()
  let receiving = false
  app.register(multipart, { limits: { files: mostFiles, fields: 0, fileSize: LARGEST_LIST_BYTES } })

  serveRoute(
    app,
    startImportRoute,
    async (_asked, { request, reply }) => {
      if (receiving || imports.isBusy()) return sendRefusal(reply, 409, busy)
      receiving = true
      const endWatch = whenStalled(request.raw, stalledMs, () => request.raw.destroy())
      try {
        const opened = await openUploadedLineList(sentFiles(request.files()))
        const id = randomUUID()
        imports.begin(id, opened.kind === 'opened' ? opened.list.totalBytes : 0)
        if (opened.kind === 'refused') {
          const faults = opened.faults.slice(0, mostFaultsSent)
          imports.update(id, { state: 'refused', faults, faultCount: opened.faults.length })
        } else {
          void followImport(database, imports, id, inTurns(opened.list))
        }
        return { id }
      } finally {
        // A browser reads no answer before it has sent everything, so what is not wanted is taken off the line too.
        request.raw.unpipe().resume()
        endWatch()
        receiving = false
      }
    },
    { bodyLimit: LARGEST_LIST_BYTES * 2 },
  )

  serveRoute(
    app,
    watchImportRoute,
    async ({ params: { id } }, { reply }) => imports.find(id) ?? sendRefusal(reply, 404, notThere),
  )
}

/** Calls back when nothing has come from a browser for that long. */
function whenStalled({ socket }: IncomingMessage, ms: number, callBack: () => void): () => void {
  let before = socket.bytesRead
  const timer = setInterval(() => {
    if (socket.bytesRead === before) callBack()
    before = socket.bytesRead
  }, ms)
  return () => clearInterval(timer)
}

async function* sentFiles(files: AsyncIterable<MultipartFile>): AsyncIterable<UploadedFile> {
  for await (const part of asSent(files)) {
    yield { name: part.filename, open: () => asSent(part.file) }
    // What the reader left unread must still be taken off the line, or the next file never comes.
    part.file.resume()
  }
}

/** What cannot be read as form data, or breaks off, is the sender's fault and no bug of ours. */
async function* asSent<T>(pieces: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  try {
    yield* pieces
  } catch (error) {
    throw Object.assign(error instanceof Error ? error : new Error('unreadable'), {
      statusCode: statusOf(error),
    })
  }
}

function statusOf(error: unknown): number {
  const known = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof known === 'number' ? known : 400
}

/**
 * The same list, giving other requests their turn after each batch of rows: a list held in memory is read without
 * ever waiting, and a large one would keep everybody else out until it is done.
 */
function inTurns(list: LineListSource): LineListSource {
  return {
    ...list,
    async *read(table, onBytes) {
      for await (const part of list.read(table, onBytes)) {
        yield part
        await nextTurn()
      }
    },
  }
}

async function followImport(
  database: Database,
  imports: RunningImports,
  id: string,
  source: LineListSource,
): Promise<void> {
  try {
    const outcome = await importInto(database, source, {
      dryRun: false,
      onProgress: (progress) =>
        imports.update(
          id,
          progress.phase === 'reading'
            ? { bytesRead: progress.bytes, rowsRead: progress.rows }
            : { state: 'storing', rowsStored: progress.rows },
        ),
    })
    if (outcome.state === 'refused') {
      const faults = outcome.faults.slice(0, mostFaultsSent)
      imports.update(id, { state: 'refused', faults, faultCount: outcome.faultCount })
    } else {
      imports.update(id, {
        state: 'done',
        rowsRead: outcome.rows,
        rowsStored: outcome.stored,
        rowsAlreadyStored: outcome.alreadyStored,
        bytesRead: source.totalBytes,
      })
    }
  } catch (error) {
    imports.update(id, { state: 'failed', refusal: whyFailed(error) })
  } finally {
    await source.close()
  }
}

function whyFailed(error: unknown): Refusal {
  return error instanceof LineListChanged ? changed : (findFullDisk(error) ?? failed)
}

const changed: Refusal = {
  kind: 'changed-meanwhile',
  message: 'What is stored was changed while the list was read. Nothing of the list was stored.',
  remedy: 'Import again.',
}

const failed: Refusal = {
  kind: 'fault',
  message:
    'Something went wrong while storing. Nothing of the list was stored; what was there before is safe.',
  remedy: 'Import again. If it happens again, run the check command and report it.',
}
