import type { Compartment, Instant, SubjectId } from '@sathi/domain'
import type { Actor, ReadNote } from '@sathi/sync'
import type { AuditAct } from '../audit/index.ts'
import { statement, type Transaction } from '../database/index.ts'

const storeReads = statement(
  'store_sealed_reads',
  `insert into app.sealed_read (org_id, member_id, device_id, at, subject_id, compartment)
   select (select app.org_id()), $1, $2, r.at, r.subject_id, r.compartment
   from unnest($3::timestamptz[], $4::uuid[], $5::text[]) as r (at, subject_id, compartment)
   on conflict do nothing returning at, subject_id, compartment`,
)

type Row = { readonly at: Date; readonly subject_id: SubjectId; readonly compartment: Compartment }

/** Notes who opened what, once each. Gives what the audit journal is told of those that are new. */
export async function noteReads(
  tx: Transaction,
  { member, device }: Actor,
  reads: readonly ReadNote[],
): Promise<AuditAct[]> {
  const rows = await tx.query<Row>(storeReads, [
    member,
    device,
    reads.map(({ at }) => new Date(at)),
    reads.map(({ subject }) => subject),
    reads.map(({ compartment }) => compartment),
  ])
  const offline = new Set(reads.filter((read) => read.offline).map(nameOf))
  return rows.map(({ at, subject_id: subject, compartment }): AuditAct => {
    const happenedAt = at.toISOString() as Instant
    const isOffline = offline.has(nameOf({ at: happenedAt, subject, compartment }))
    return {
      name: 'sealed_read',
      by: member,
      device,
      happenedAt,
      fields: { case: subject, compartment, offline: isOffline ? 'yes' : 'no' },
    }
  })
}

function nameOf({ at, subject, compartment }: Omit<ReadNote, 'offline'>): string {
  return `${at} ${subject} ${compartment}`
}
