import type { EntryId, SubjectId, SubjectRef } from '@sathi/domain'
import type { AppendOutcome, Submission } from '@sathi/sync'
import { statement, type Transaction } from '../database/index.ts'

const selectStored = statement(
  'find_stored',
  `select e.id, e.position, e.body from unnest($1::uuid[]) as wanted (id)
   cross join lateral (
     select id, position, body from app.entry where org_id = (select app.org_id()) and id = wanted.id limit 1) as e`,
)
const selectSubjects = statement(
  'find_sync_subjects',
  `select s.id, s.type from unnest($1::uuid[]) as wanted (id)
   cross join lateral (select id, type from app.subject where org_id = (select app.org_id()) and id = wanted.id limit 1) as s`,
)
const storeTokens = statement(
  'store_name_tokens',
  `insert into app.name_token (org_id, token, subject_id)
   select (select app.org_id()), t.token, t.subject_id from unnest($1::text[], $2::uuid[]) as t (token, subject_id)
   on conflict do nothing`,
)

export type StoredBody = { readonly body: string; readonly position: number }

/** What is stored under ids, whoever may see it. */
export async function findStored(
  tx: Transaction,
  ids: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, StoredBody>> {
  const rows = await tx.query<StoredBody & { readonly id: EntryId }>(selectStored, [ids])
  return new Map(rows.map(({ id, ...stored }) => [id, stored]))
}

/** The subjects that exist, whoever may see them. */
export async function listSubjectRefs(tx: Transaction, ids: readonly SubjectId[]): Promise<SubjectRef[]> {
  return tx.query<SubjectRef>(selectSubjects, [ids])
}

/** Keeps the tokens that came with entries which are stored now or were before. */
export async function keepTokens(
  tx: Transaction,
  submissions: readonly Submission[],
  outcomes: readonly Pick<AppendOutcome, 'state'>[],
): Promise<void> {
  const tokens = submissions.flatMap(({ entry, tokens: made = [] }, index) =>
    outcomes[index]?.state === 'refused' ? [] : made.map((token) => ({ token, subject: entry.subject.id })),
  )
  if (tokens.length === 0) return
  await tx.query(storeTokens, [tokens.map(({ token }) => token), tokens.map(({ subject }) => subject)])
}
