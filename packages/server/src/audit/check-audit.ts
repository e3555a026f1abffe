import { statement, type Transaction } from '../database/index.ts'
import { auditHash, firstAuditHash } from './audit-hash.ts'

/** Something in the audit journal that is not as it was stored. */
export type AuditFinding =
  /** No act has these numbers, both included. */
  | { readonly found: 'audit-missing'; readonly from: number; readonly to: number }
  /** An act stands behind the end of the audit journal. */
  | { readonly found: 'audit-behind-the-end'; readonly n: number }
  /** The hash does not follow from the hash before it, the number, the moment and the bytes. */
  | { readonly found: 'audit-chain-broken'; readonly n: number }
  /** The last act's hash is not the one that the audit journal ends with. */
  | { readonly found: 'audit-end-differs'; readonly n: number }
  /** There are people or acts, but the end of the audit journal is gone. */
  | { readonly found: 'audit-end-missing' }

export type AuditCheck = {
  readonly acts: number
  /** The first thousand. */
  readonly findings: readonly AuditFinding[]
  readonly findingCount: number
}

const mostListed = 1_000

const readRows = statement(
  'check_audit_rows',
  'select n, at, hash, body from app.audit_entry where org_id = (select app.org_id()) order by n',
)
const readEnd = statement(
  'check_audit_end',
  `select e.n, e.head, exists (select from app.member where org_id = (select app.org_id())) as peopled
   from (select 1) as one left join app.audit_end as e on e.org_id = (select app.org_id())`,
)

type Row = { readonly n: number; readonly at: Date; readonly hash: Buffer; readonly body: string }
type End = { readonly n: number | null; readonly head: Buffer | null; readonly peopled: boolean }

/** Checks the audit journal of the transaction's organisation from the first act to its end. */
export async function checkAudit(tx: Transaction): Promise<AuditCheck> {
  const findings: AuditFinding[] = []
  let findingCount = 0
  const find = (finding: AuditFinding): void => {
    findingCount += 1
    if (findings.length < mostListed) findings.push(finding)
  }
  const [end] = await tx.query<End>(readEnd, [])
  const n = end?.n ?? 0
  let last = { n: 0, hash: firstAuditHash(tx.orgId) }
  let headHash = last.hash
  for await (const rows of tx.pages<Row>(readRows, [], 2_000)) {
    for (const row of rows) {
      if (row.n > n) find({ found: 'audit-behind-the-end', n: row.n })
      else if (row.n > last.n + 1) find({ found: 'audit-missing', from: last.n + 1, to: row.n - 1 })
      if (!auditHash(last.hash, row.n, row.at, row.body).equals(row.hash)) {
        find({ found: 'audit-chain-broken', n: row.n })
      }
      last = { n: row.n, hash: row.hash }
      if (row.n === n) headHash = row.hash
    }
  }
  if (last.n < n) find({ found: 'audit-missing', from: last.n + 1, to: n })
  else if (end?.head != null && !headHash.equals(end.head)) find({ found: 'audit-end-differs', n })
  if (end?.head == null && (end?.peopled === true || last.n > 0)) find({ found: 'audit-end-missing' })
  return { acts: n, findings, findingCount }
}
