import { randomUUID } from 'node:crypto'
import type { ComparedFile, SubjectId } from '@sathi/domain'
import { appendAudit } from '../audit/index.ts'
import { type Database, keepAwake, type Transaction } from '../database/index.ts'
import { newSubjectId } from '../journal/index.ts'
import {
  type CheckedList,
  type Importer,
  type ImportOutcome,
  type ImportProgress,
  importLineList,
  openLineListStore,
  type UnsealedRow,
} from '../line-list/index.ts'
import { done, type Outcome } from '../refusal/index.ts'
import { assignOpenedCase, lockStaff, type NewAssignment } from '../staff/index.ts'
import type { LineListSource } from '../tables/index.ts'
import { type AtWork, goToWork } from './at-work.ts'
import { findPairs } from './find-pairs.ts'
import { getIndexKey } from './index-key.ts'
import type { MemberAtHand } from './member-at-hand.ts'
import { type FoundPair, joined, personOfOpening } from './person-of-opening.ts'
import { notVouched } from './refusals.ts'
import { sealRows } from './seal-rows.ts'

export type ImportedAs = ImportOutcome & { readonly pairs: readonly NamedPair[] }

/** A pair of cases by their codes; `other` is null for one that is not hers to know of. */
export type NamedPair = Omit<FoundPair, 'subject' | 'other'> & {
  readonly code: string
  readonly other: string | null
}

type Options = { readonly dryRun: boolean; readonly onProgress?: (progress: ImportProgress) => void }

/**
 * Takes a line list in for a member: sealed columns are sealed here, under keys that are wrapped to her, to the recovery key
 * and to whoever else is entitled; every entry bears her signature; the cases that the list opens are hers. One transaction.
 */
export async function importAs(
  database: Database,
  member: MemberAtHand,
  source: LineListSource,
  { dryRun, onProgress }: Options,
): Promise<Outcome<ImportedAs>> {
  return database.withTransaction({ orgId: member.orgId }, (tx) =>
    keepAwake(tx, async () => {
      await lockStaff(tx)
      const work = await goToWork(tx, member)
      if (work === undefined) return notVouched
      const store = await openLineListStore(tx)
      const seen = createSeen()
      const importer: Importer = {
        mayAdd: work.rights.mayAdd,
        mayChange: work.rights.mayChange,
        open: work.open,
        async seal(rows) {
          for (const row of rows) seen.look(row)
          return sealRows(work.keys, member, rows)
        },
      }
      const outcome = await importLineList(source, store, {
        dryRun,
        newSubjectId,
        recordedAt: work.at,
        importer,
        onChecked: (checked) => receive(tx, work, checked),
        ...(onProgress && { onProgress }),
      })
      if (outcome.state !== 'stored') return done({ ...outcome, pairs: [] })
      await work.keys.keepNew()
      return done({ ...outcome, pairs: await pairsOf(tx, work, seen.files) })
    }),
  )
}

/** Told before the feed is held: audit first, feed last, as everywhere. */
async function receive(
  tx: Transaction,
  { member, at, rights }: AtWork,
  { stored, newCases, sealed }: CheckedList,
): Promise<void> {
  await appendAudit(tx, {
    name: 'imported',
    by: member.id,
    device: null,
    fields: { entries: stored, cases: newCases.length, sealed: sealed ? 'yes' : 'no' },
  })
  for (const subject of newCases) {
    await assignOpenedCase(
      tx,
      { memberId: member.id, deviceId: null },
      { id: randomUUID() as NewAssignment['id'], subject, from: new Date(at) },
    )
  }
  rights.opened(newCases)
}

/** Keeps of the openings that pass what is compared: keys of names, not the names. */
function createSeen(): { readonly files: Map<SubjectId, ComparedFile>; look(row: UnsealedRow): void } {
  const files = new Map<SubjectId, ComparedFile>()
  return {
    files,
    look({ submission: { entry }, says }) {
      if (entry.kind !== 'case_opened' || says.casework === undefined) return
      const { id } = entry.subject
      files.set(id, joined(files.get(id), personOfOpening(entry, says.casework)))
    },
  }
}

async function pairsOf(
  tx: Transaction,
  work: AtWork,
  files: ReadonlyMap<SubjectId, ComparedFile>,
): Promise<readonly NamedPair[]> {
  const indexKey = files.size === 0 ? undefined : await getIndexKey(tx, work)
  if (indexKey === undefined) return []
  const pairs = await findPairs({ tx, indexKey, rights: work.rights, open: work.open }, files)
  const { subjects } = await openLineListStore(tx)
  const codes = new Map(subjects.map(({ id, code }) => [id, code]))
  return pairs
    .map(({ subject, other, ...found }) => ({
      ...found,
      code: codes.get(subject) ?? '',
      other: other === undefined ? null : (codes.get(other) ?? ''),
    }))
    .toSorted(likeliestFirst)
}

function likeliestFirst(one: NamedPair, next: NamedPair): number {
  if (one.strength !== next.strength) return one.strength === 'likely' ? -1 : 1
  return one.code < next.code ? -1 : 1
}
