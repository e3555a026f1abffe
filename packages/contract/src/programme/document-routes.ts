import { languages } from '@sathi/domain/journal'
import { z } from 'zod'
import type { Route } from '../route/index.ts'
import { PeriodQuery } from './period-query.ts'

/** Which report, and in which language it speaks. */
export const DocumentQuery = PeriodQuery.extend({ language: z.enum(languages).default('en') })
export type DocumentQuery = z.output<typeof DocumentQuery>

export const reportPdfRoute = {
  method: 'GET',
  path: '/api/report.pdf',
  summary: 'The headline report as PDF',
  query: DocumentQuery,
} as const satisfies Route

export const reportWorkbookRoute = {
  method: 'GET',
  path: '/api/report.xlsx',
  summary: 'The headline report as a workbook',
  query: DocumentQuery,
} as const satisfies Route

export const lineListRoute = {
  method: 'GET',
  path: '/api/line-list.xlsx',
  summary: 'Every stored row, coded, as a workbook that can be imported again',
} as const satisfies Route
