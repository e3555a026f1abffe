import { z } from 'zod'
import { faultCodes, type Refusal, refusalKinds } from '../refusal/index.ts'
import type { Route } from '../route/index.ts'

/** One fault of a line list with its place. `found` and `accepted` are English; `code` is what a screen words. */
export const LineListFault = z.strictObject({
  file: z.string(),
  line: z.int().nullable(),
  column: z.string().nullable(),
  found: z.string(),
  accepted: z.string(),
  code: z.enum(faultCodes),
})
export type LineListFault = z.output<typeof LineListFault>

const RefusalOfImport: z.ZodType<Refusal> = z.strictObject({
  kind: z.enum(refusalKinds),
  message: z.string(),
  remedy: z.string(),
})

/** An import as the server keeps it, whether or not somebody watches. `faults` are the first thousand. */
export const ImportStatus = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['reading', 'storing', 'done', 'refused', 'failed']),
    bytesRead: z.int(),
    bytesTotal: z.int(),
    rowsRead: z.int(),
    rowsStored: z.int(),
    rowsAlreadyStored: z.int(),
    faults: z.array(LineListFault.readonly()).readonly(),
    faultCount: z.int(),
    refusal: RefusalOfImport.nullable(),
  })
  .readonly()
export type ImportStatus = z.output<typeof ImportStatus>

/** The files themselves are multipart form data and no part of the schemas. */
export const startImportRoute = {
  method: 'POST',
  path: '/api/imports',
  summary: 'Takes in a line list: CSV files, or one workbook, as multipart form data',
  answer: z.strictObject({ id: z.uuid() }),
  status: 202,
} as const satisfies Route

export const watchImportRoute = {
  method: 'GET',
  path: '/api/imports/:id',
  summary: 'How an import is going, and what came of it',
  params: z.object({ id: z.uuid() }),
  answer: ImportStatus,
} as const satisfies Route
