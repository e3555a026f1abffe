import { canonicalJson, type Entry, type EntryId, type SubjectId } from '@sathi/domain'
import { type OrgId, statement, type Transaction } from '../database/index.ts'
import { chainHash, firstHash } from './chain-hash.ts'
import { isEntry } from './entry-form.ts'
import { findTargetRefusal } from './find-target-refusal.ts'
import type { FindingList } from './finding.ts'
import { targetsOf } from './judge-submission.ts'
import { findCards, findLinks } from './read-surroundings.ts'

const readRows = statement(
  'check_rows',
  `select position, id, subject_id, kind, amends, retracts, row_id, received_at, hash, body from app.entry
   where org_id = (select app.org_id()) order by position`,
)

type Row = {
  readonly position: number
  readonly id: EntryId
  readonly subject_id: SubjectId
  readonly kind: string
  readonly amends: EntryId | null
  readonly retracts: EntryId | null
  readonly row_id: string | null
  readonly received_at: Date
  readonly hash: Buffer
  readonly body: string
}

type FeedEnd = { readonly n: number; readonly head: Buffer }

/** Checks every entry in order of position, a page at a time: positions, hash chain, columns, subjects and targets. */
export async function checkEntries(
  tx: Transaction,
  end: FeedEnd,
  findings: FindingList,
  onProgress: (checked: number) => void,
): Promise<void> {
  let last = { position: 0, hash: firstHash(tx.orgId as OrgId) }
  let headHash = last.hash
  for await (const rows of tx.pages<Row>(readRows, [], 2000)) {
    for (const row of rows) {
      const { position, id, body, hash, received_at } = row
      if (position > end.n) findings.add({ found: 'behind-the-end', position, id })
      else if (position > last.position + 1) reportGap(findings, last.position + 1, position - 1)
      const expected = chainHash({ previous: last.hash, position, receivedAt: received_at.getTime(), body })
      if (!expected.equals(hash)) findings.add({ found: 'chain-broken', position, id })
      // What follows is judged by what is stored, so that one change is told once.
      last = { position, hash }
      if (position === end.n) headHash = hash
    }
    await checkContents(tx, rows, findings)
    onProgress(last.position)
  }
  if (last.position < end.n) reportGap(findings, last.position + 1, end.n)
  else if (!headHash.equals(end.head)) findings.add({ found: 'head-differs', position: end.n })
}

function reportGap(findings: FindingList, from: number, to: number): void {
  findings.add({ found: 'positions-missing', from, to })
}

async function checkContents(tx: Transaction, rows: readonly Row[], findings: FindingList): Promise<void> {
  const read = rows.flatMap((row) => {
    const entry = findEntry(row.body)
    if (entry === undefined) findings.add({ found: 'body-unreadable', position: row.position, id: row.id })
    return entry === undefined ? [] : [{ row, entry, targets: targetsOf(entry) }]
  })
  const links = await findLinks(tx, [...new Set(read.flatMap(({ targets }) => targets))])
  const subjects = await findCards(tx, [...new Set(rows.map((row) => row.subject_id))])
  for (const { row, entry, targets } of read) {
    const { position, id } = row
    const columns = differingColumns(row, entry)
    if (columns.length > 0) findings.add({ found: 'columns-differ', position, id, columns })
    if (subjects.get(row.subject_id)?.type !== entry.subject.type) {
      findings.add({ found: 'subject-wrong', position, id })
    }
    if (findTargetRefusal({ entry, targets }, (target) => links.get(target)) !== undefined) {
      findings.add({ found: 'target-wrong', position, id })
    }
  }
}

function findEntry(body: string): Entry | undefined {
  try {
    const entry: unknown = JSON.parse(body)
    return isEntry(entry) && canonicalJson(entry) === body ? entry : undefined
  } catch {
    return undefined
  }
}

function differingColumns(row: Row, entry: Entry): string[] {
  const pairs = {
    id: [row.id, entry.id],
    subject_id: [row.subject_id, entry.subject.id],
    kind: [row.kind, entry.kind],
    amends: [row.amends, entry.amends ?? null],
    retracts: [row.retracts, entry.retracts ?? null],
    row_id: [row.row_id, entry.rowId ?? null],
  }
  return Object.entries(pairs).flatMap(([column, [stored, told]]) => (stored === told ? [] : [column]))
}
