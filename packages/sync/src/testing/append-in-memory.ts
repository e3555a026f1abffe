import {
  canonicalJson,
  type EntryId,
  findKind,
  type Instant,
  judgeEntry,
  type SubjectRef,
} from '@sathi/domain'
import type { AppendOutcome, PushRefusal, Submission } from '../messages/index.ts'
import type { OfficeMemory, StoredRow } from './office-memory.ts'

/** What an append adds, for the commit. */
export type Appended = {
  readonly outcomes: readonly AppendOutcome[]
  readonly rows: readonly StoredRow[]
  readonly subjects: readonly { readonly ref: SubjectRef; readonly code: string }[]
}

/** Judges and numbers a batch as the server's store does, without its bulk: kinds, codes, targets, the journal around. */
export function appendInMemory(
  memory: OfficeMemory,
  submissions: readonly Submission[],
  receivedAt: Instant,
  nextPosition: () => number,
  sameId: 'refuse' | 'overwrite' | 'again' = 'refuse',
): Appended {
  const rows = new Map<EntryId, StoredRow>()
  const subjects = new Map<string, { readonly ref: SubjectRef; readonly code: string }>()
  const codes = new Map<string, string>()
  for (const { ref, code } of memory.subjects.values()) codes.set(`${ref.type}\n${code}`, ref.id)
  const waiting = submissions.map((submission) => ({
    submission,
    outcome: undefined as AppendOutcome | undefined,
  }))

  const judgeOne = ({ entry, subjectCode }: Submission): PushRefusal | 'not-yet' | undefined => {
    const kind = findKind(entry.kind)
    if (kind === undefined) return { reason: 'unknown-kind' }
    const faults = judgeEntry(entry, kind)
    if (faults.length > 0) return { reason: 'faults', faults }
    const { id, type } = entry.subject
    const known = memory.subjects.get(id) ?? subjects.get(id)
    const code = known?.code ?? subjectCode
    if (code === undefined) return 'not-yet'
    if (known !== undefined && known.ref.type !== type) return { reason: 'other-subject-type' }
    if (subjectCode !== undefined && code !== subjectCode) return { reason: 'other-subject-code' }
    const owner = codes.get(`${type}\n${code}`)
    if (owner !== undefined && owner !== id) return { reason: 'subject-code-taken' }
    for (const target of [entry.amends, entry.retracts, ...(entry.settles ?? [])]) {
      if (target === undefined) continue
      if (target === entry.id) return { reason: 'loop' }
      const found = memory.byId.get(target) ?? rows.get(target)
      if (found === undefined) return 'not-yet'
      if (found.entry.subject.id !== id) return { reason: 'other-subject', target }
      if (found.entry.kind !== entry.kind) return { reason: 'other-kind', target }
    }
    return undefined
  }

  const accept = ({ entry, subjectCode }: Submission): AppendOutcome => {
    const { id } = entry.subject
    const known = memory.subjects.get(id) ?? subjects.get(id)
    const code = known?.code ?? subjectCode ?? ''
    if (known === undefined) {
      subjects.set(id, { ref: entry.subject, code })
      codes.set(`${entry.subject.type}\n${code}`, id)
    }
    const position = nextPosition()
    rows.set(entry.id, { position, receivedAt, entry, subjectCode: code, body: canonicalJson(entry) })
    return { id: entry.id, state: 'stored', position }
  }

  // What an entry builds on may come later in the batch: it is gone through until nothing more is found.
  for (let changed = true; changed; ) {
    changed = false
    for (const one of waiting) {
      if (one.outcome !== undefined) continue
      const { entry } = one.submission
      const stored = memory.byId.get(entry.id) ?? rows.get(entry.id)
      if (stored !== undefined && sameId === 'refuse') {
        one.outcome =
          stored.body === canonicalJson(entry)
            ? { id: entry.id, state: 'already-stored', position: stored.position }
            : { id: entry.id, state: 'refused', refusal: { reason: 'other-bytes' } }
        continue
      }
      const refusal = judgeOne(one.submission)
      if (refusal === 'not-yet') continue
      changed = true
      one.outcome =
        refusal === undefined ? accept(one.submission) : { id: entry.id, state: 'refused', refusal }
    }
  }
  return {
    outcomes: waiting.map(({ submission, outcome }) => outcome ?? lacking(memory, submission, subjects)),
    rows: [...rows.values()],
    subjects: [...subjects.values()],
  }
}

function lacking(
  memory: OfficeMemory,
  { entry }: Submission,
  opened: ReadonlyMap<string, unknown>,
): AppendOutcome {
  const { id, subject, amends, retracts } = entry
  const isKnown = memory.subjects.has(subject.id) || opened.has(subject.id)
  const target = amends ?? retracts ?? entry.settles?.[0]
  const refusal: PushRefusal =
    !isKnown || target === undefined ? { reason: 'unknown-subject' } : { reason: 'unknown-target', target }
  return { id, state: 'refused', refusal }
}
