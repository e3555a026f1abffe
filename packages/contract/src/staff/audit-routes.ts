import { auditEventNames } from '@sathi/domain/staff'
import { z } from 'zod'
import type { Route } from '../route/index.ts'
import { InstantText, MemberIdText } from './identifiers.ts'

const AuditEntryView = z
  .strictObject({
    n: z.int(),
    at: InstantText,
    happenedAt: InstantText,
    name: z.enum(auditEventNames),
    by: MemberIdText.nullable(),
    device: z.string().nullable(),
    fields: z.record(z.string(), z.unknown()).readonly(),
  })
  .readonly()
export type AuditEntryView = z.output<typeof AuditEntryView>

export const auditRoute = {
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit journal, latest first, for the data-protection lead',
  query: z.object({
    before: z.coerce.number<number>().int().min(1).optional(),
    limit: z.coerce.number<number>().int().min(1).max(200).default(50),
  }),
  answer: z.strictObject({
    entries: z.array(AuditEntryView).readonly(),
    before: z.int().nullable().meta({ description: 'Where the page before begins; null on the first.' }),
  }),
} as const satisfies Route
