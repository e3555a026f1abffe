import { randomUUID } from 'node:crypto'
import type { SubjectId } from '@sathi/domain'
import type { Actor, OpenedCase } from '@sathi/sync'
import type { AuditAct } from '../audit/index.ts'
import { statement, type Transaction } from '../database/index.ts'
import type { AccessNote } from '../staff/index.ts'

const storeOpeners = statement(
  'store_openers',
  `insert into app.assignment (org_id, id, member_id, subject_id, as_role, from_at, until_at, given_by, given_at, state)
   select (select app.org_id()), o.id, $1, o.subject_id, null, o.from_at, null, $1, now(), 'running'
   from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as o (id, subject_id, from_at)
   on conflict do nothing returning id, subject_id, from_at`,
)

type Row = { readonly id: string; readonly subject_id: SubjectId; readonly from_at: Date }

export type OpenersAssigned = { readonly acts: readonly AuditAct[]; readonly notes: readonly AccessNote[] }

/** Cases are hers who opened them, from the moment of writing on. Gives what is told of it. */
export async function assignOpener(
  tx: Transaction,
  { member, device }: Actor,
  opened: readonly OpenedCase[],
): Promise<OpenersAssigned> {
  const rows = await tx.query<Row>(storeOpeners, [
    member,
    opened.map(() => randomUUID()),
    opened.map((one) => one.case),
    opened.map(({ from }) => new Date(from)),
  ])
  return {
    acts: rows.map(({ subject_id }) => ({
      name: 'case_assigned',
      by: member,
      device,
      fields: { case: subject_id, member },
    })),
    notes: rows.flatMap(({ id, subject_id, from_at }): AccessNote[] => {
      const subject = { type: 'case', id: subject_id } as const
      const span = { from: from_at.toISOString(), until: null }
      const assignment = { id, subject: subject_id, member, as: null, ...span, state: 'running' } as const
      return [
        { for: member, what: { event: 'granted', subject } },
        { for: null, what: { event: 'assignment', subject, assignment } },
      ]
    }),
  }
}
