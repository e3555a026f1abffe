import { canonicalJson, type Entry, type EntryId, type SubjectId } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import { chainHash, firstHash } from './chain-hash.ts'
import { isEntry } from './entry-form.ts'
import { findTargetRefusal } from './find-target-refusal.ts'
import type { FindingList } from './finding.ts'
import { targetsOf } from './judge-submission.ts'
import type { FeedEnd } from './lock-journals.ts'
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

type Bounds = {
  /** Where the feed says that it ends; undefined where no feed is there to say so. */
  readonly end: FeedEnd | undefined
  /** The position whose hash is asked for; the last one when undefined. */
  readonly at: number | undefined
}

type Seen = {
  /** Of the last entry. */
  readonly position: number
  /** At the position asked for; undefined where no entry has it. */
  readonly hash: Buffer | undefined
}

/** Checks every entry in order of position, a page at a time: positions, hash chain, columns, subjects and targets. */
export async function checkEntries(
  tx: Transaction,
  { end, at }: Bounds,
  findings: FindingList,
  onProgress: (checked: number) => void,
): Promise<Seen> {
  let last = { position: 0, hash: firstHash(tx.orgId) }
  let headHash = last.hash
  let hashAt = at === 0 ? last.hash : undefined
  for await (const rows of tx.pages<Row>(readRows, [], 2000)) {
    for (const row of rows) {
      const { position, id, hash } = row
      if (end && position > end.position) findings.add({ found: 'behind-the-end', position, id })
      else if (position > last.position + 1) reportGap(findings, last.position + 1, position - 1)
      if (!follows(row, last.hash)) findings.add({ found: 'chain-broken', position, id })
      // What follows is judged by what is stored, so that one change is told once.
      last = { position, hash }
      if (position === end?.position) headHash = hash
      if (position === at) hashAt = hash
    }
    await checkContents(tx, rows, findings)
    onProgress(last.position)
  }
  if (end && last.position < end.position) reportGap(findings, last.position + 1, end.position)
  else if (end && !headHash.equals(end.hash)) {
    findings.add({ found: 'head-differs', position: end.position })
  }
  return { position: last.position, hash: at === undefined ? last.hash : hashAt }
}

/** What a hand wrote may be no position, time or hash that could be hashed at all. */
function follows({ position, received_at, body, hash }: Row, previous: Buffer): boolean {
  try {
    return chainHash({ previous, position, receivedAt: received_at.getTime(), body }).equals(hash)
  } catch {
    return false
  }
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
