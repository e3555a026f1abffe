import type { AuditEvent } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'

/** An act with its place in the audit journal and the moment when it came there. */
export type AuditEntry = AuditEvent & { readonly n: number; readonly at: Date }

const readPage = statement(
  'read_audit',
  `select n, at, body from app.audit_entry
   where org_id = (select app.org_id()) and n < $1::bigint and n >= $1::bigint - $2::bigint order by n desc`,
)
const readEnd = statement(
  'read_audit_end',
  'select n from app.audit_end where org_id = (select app.org_id())',
)

export type AuditPage = {
  readonly entries: readonly AuditEntry[]
  /** Where the page before begins; null when this is the first of the journal. */
  readonly before: number | null
}

/** A page of the audit journal, latest first: entries before number `before`, or the latest. Judges nobody: its callers do. */
export async function readAuditPage(
  tx: Transaction,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditPage> {
  const [end] = await tx.query<{ n: number }>(readEnd, [])
  const from = Math.min(before ?? Number.MAX_SAFE_INTEGER, (end?.n ?? 0) + 1)
  const rows = await tx.query<{ n: number; at: Date; body: string }>(readPage, [from, limit])
  const entries = rows.map(({ n, at, body }): AuditEntry => ({ ...(JSON.parse(body) as AuditEvent), n, at }))
  const last = entries.at(-1)?.n ?? 1
  return { entries, before: last > 1 ? last : null }
}
