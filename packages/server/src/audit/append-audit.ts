import { canonicalJson, type Instant } from '@sathi/domain'
import { type AuditEvent, judgeAuditEvent } from '@sathi/domain/staff'
import { statement, type Transaction } from '../database/index.ts'
import { auditHash, firstAuditHash } from './audit-hash.ts'

const beginAudit = statement(
  'begin_audit',
  `insert into app.audit_end (org_id, n, head) values ((select app.org_id()), 0, $1) on conflict do nothing`,
)
const holdAudit = statement(
  'hold_audit',
  'select n, head from app.audit_end where org_id = (select app.org_id()) for update',
)
const storeAudit = statement(
  'store_audit',
  `with ended as (update app.audit_end set n = $1, head = $2 where org_id = (select app.org_id()))
   insert into app.audit_entry (org_id, n, at, hash, body)
   select (select app.org_id()), $3::bigint + a.nr, $4::timestamptz, a.hash, a.body
   from unnest($5::bytea[], $6::text[]) with ordinality as a (hash, body, nr)`,
)

type AuditEnd = { readonly n: number; readonly head: Buffer }

/** An act as it is told: it happened just now, unless it happened on a device that was offline. */
export type AuditAct = Omit<AuditEvent, 'happenedAt'> & { readonly happenedAt?: Instant }

/** Begins the audit journal of a new organisation. */
export async function openAudit(tx: Transaction): Promise<void> {
  await tx.query(beginAudit, [firstAuditHash(tx.orgId)])
}

/** Holds the end of the audit journal until the transaction ends, for who will tell of acts after holding the feed. */
export async function holdAuditEnd(tx: Transaction): Promise<void> {
  await tx.query(holdAudit, [])
}

/**
 * Tells of acts in the transaction that does them: both are stored or neither. Holds the end of the audit journal until
 * the transaction ends, so it comes late in it, but before the feed is held (`app.org_feed`). Throws on an act that is not
 * as `domain/staff` declares it, which is what keeps names and words out.
 */
export async function appendAudit(tx: Transaction, ...acts: readonly AuditAct[]): Promise<void> {
  if (acts.length === 0) return
  const at = new Date()
  const events = acts.map((act): AuditEvent => ({ happenedAt: at.toISOString() as Instant, ...act }))
  for (const event of events) {
    const [fault] = judgeAuditEvent(event)
    if (fault !== undefined) throw new Error(`${event.name} is not told by ${fault.field}`)
  }
  const end = await holdEnd(tx)
  let { n, head } = end
  const bodies = events.map((event) => canonicalJson(event))
  const hashes = bodies.map((body) => {
    n += 1
    head = auditHash(head, n, at, body)
    return head
  })
  await tx.query(storeAudit, [n, head, end.n, at, hashes, bodies])
}

async function holdEnd(tx: Transaction): Promise<AuditEnd> {
  const [end] = await tx.query<AuditEnd>(holdAudit, [])
  if (end !== undefined) return end
  // An organisation of before there were people.
  await openAudit(tx)
  const [begun] = await tx.query<AuditEnd>(holdAudit, [])
  if (begun === undefined) throw new Error('the audit journal has no end')
  return begun
}
