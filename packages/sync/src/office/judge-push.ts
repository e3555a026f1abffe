import {
  type Compartment,
  canonicalJson,
  type Entry,
  type EntryFault,
  type EntryId,
  findKind,
  type Instant,
  type SubjectId,
} from '@sathi/domain'
import { later } from '../measures/index.ts'
import {
  type BlobId,
  EntryOnWire,
  type PushOutcome,
  type PushRefusal,
  type PushRequest,
  type Submission,
} from '../messages/index.ts'
import type { AccessJudge } from './access-judge.ts'
import type { OfficePorts } from './office-ports.ts'
import type { Actor, OfficeTransaction, Quarantined } from './office-store.ts'
import { nameIn, type SortedKeys } from './sort-keys.ts'

/** What is decided on one submission before the store judges it: an outcome, or none when it may be appended. */
export type PushVerdict = {
  readonly submission: Submission
  readonly outcome?: PushOutcome
  /** What a person must look at. */
  readonly keep?: Pick<Quarantined, 'body' | 'why'>
  /** Nobody has opened its subject yet, and it brings the code. */
  readonly opensSubject: boolean
}

type Judging = {
  readonly actor: Actor
  readonly request: PushRequest
  readonly keys: SortedKeys
  readonly receivedAt: Instant
}

/**
 * Judges every entry of a push by what the store's own judgement does not know: whether it came before, who signed it,
 * whether its author may write it, whether its keys and files are there.
 */
export async function judgePush(
  office: OfficePorts,
  tx: OfficeTransaction,
  judging: Judging,
): Promise<readonly PushVerdict[]> {
  const around = await readAround(tx, judging)
  const verdicts: PushVerdict[] = []
  for (const submission of judging.request.submissions) {
    verdicts.push(await judgeOne(office, submission, around, judging))
  }
  return verdicts
}

type Around = {
  readonly stored: ReadonlyMap<EntryId, { readonly body: string; readonly position: number }>
  readonly quarantined: ReadonlyMap<EntryId, readonly string[]>
  readonly subjects: ReadonlySet<SubjectId>
  readonly blobs: ReadonlySet<BlobId>
  readonly keptKeys: ReadonlySet<string>
  readonly judge: AccessJudge
  readonly card: Awaited<ReturnType<OfficeTransaction['getCard']>>
  readonly clockOffset: number
}

async function readAround(tx: OfficeTransaction, { request, receivedAt }: Judging): Promise<Around> {
  const { submissions } = request
  const ids = submissions.map(({ entry }) => entry.id)
  const subjectIds = new Set<SubjectId>()
  for (const { entry } of submissions) {
    const id: unknown = entry.subject?.id
    if (typeof id === 'string') subjectIds.add(id as SubjectId)
  }
  const sealing = new Set<SubjectId>()
  for (const { entry } of submissions) if (entry.sealed !== undefined) sealing.add(entry.subject?.id)
  const blobs = submissions.flatMap((one) => one.blobs ?? [])
  await tx.noteElapsedAccess(receivedAt)
  const [stored, quarantined, subjects, finished, keys, judge, card, clockOffset] = await Promise.all([
    tx.findStored(ids),
    tx.findQuarantined(ids),
    tx.findSubjects([...subjectIds]),
    blobs.length === 0 ? new Set<BlobId>() : tx.findFinishedBlobs(blobs),
    sealing.size === 0 ? [] : tx.findKeys([...sealing]),
    tx.readAccess(),
    tx.getCard(),
    tx.readClockOffset(),
  ])
  return {
    stored,
    quarantined,
    subjects,
    blobs: finished,
    keptKeys: new Set(keys.map(nameIn)),
    judge,
    card,
    clockOffset,
  }
}

async function judgeOne(
  office: OfficePorts,
  submission: Submission,
  around: Around,
  judging: Judging,
): Promise<PushVerdict> {
  const { entry } = submission
  const { id } = entry
  const refuse = (refusal: PushRefusal): PushVerdict => ({
    submission,
    outcome: { id, state: 'refused', refusal },
    opensSubject: false,
  })
  const faults = faultsOf(entry, judging.actor)
  if (faults.length > 0) return refuse({ reason: 'faults', faults })
  const body = canonicalJson(entry)

  // What came before is answered as before, whatever she may since: only so is pushing again harmless.
  const stored = around.stored.get(id)
  if (stored?.body === body) {
    const outcome = { id, state: 'already-stored', position: stored.position } as const
    return { submission, outcome, opensSubject: false }
  }
  if (stored !== undefined)
    return { ...refuse({ reason: 'other-bytes' }), keep: { body, why: 'other-bytes' } }
  if (around.quarantined.get(id)?.includes(body)) {
    return { submission, outcome: { id, state: 'quarantined' }, opensSubject: false }
  }

  if (entry.signed === undefined) return refuse({ reason: 'not-signed' })
  if (entry.signed.by !== judging.actor.member || !(await office.verify(entry, around.card))) {
    return refuse({ reason: 'bad-signature' })
  }
  const kind = findKind(entry.kind)
  if (kind === undefined) return refuse({ reason: 'unknown-kind' })
  const isNewSubject = !around.subjects.has(entry.subject.id)
  // Only a case has an entry that opens it; other journals begin with whatever brings their code.
  const mayOpenSubject = kind.opens || entry.subject.type !== 'case'
  const opensSubject = isNewSubject && submission.subjectCode !== undefined && mayOpenSubject
  const isOpenedHere =
    isNewSubject &&
    judging.request.submissions.some(
      (other) => other.entry.subject?.id === entry.subject.id && other.subjectCode !== undefined,
    )
  if (isNewSubject && !(mayOpenSubject ? opensSubject || isOpenedHere : isOpenedHere)) {
    return refuse({ reason: 'unknown-subject' })
  }
  const verdict = around.judge.judgeWriting({
    kind: entry.kind,
    subject: entry.subject,
    opensSubject: isNewSubject,
    compartments: compartmentsOf(entry),
    recordedAt: earlier(later(entry.recordedAt, around.clockOffset), judging.receivedAt),
    receivedAt: judging.receivedAt,
  })
  if (verdict === 'not-there') return refuse({ reason: 'unknown-subject' })
  if (verdict === 'kind-not-yours') return refuse({ reason: 'kind-not-yours' })
  const missing = findMissingKey(entry, around, judging.keys)
  if (missing !== undefined) return refuse({ reason: 'sealed-without-key', compartment: missing })
  if (submission.blobs?.some((blob) => !around.blobs.has(blob))) return refuse({ reason: 'unknown-blob' })
  if (verdict === 'lost') {
    const keep = { body, why: 'access-lost' } as const
    return { submission, outcome: { id, state: 'quarantined' }, keep, opensSubject: false }
  }
  return { submission, opensSubject }
}

/** What of the entry's form is wrong, by field and never by value. Its fields are for the store to judge. */
function faultsOf(entry: Entry, actor: Actor): EntryFault[] {
  const parsed = EntryOnWire.safeParse(entry)
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'entry')))
    return [...fields].map((field) => ({ field, accepted: 'what its form asks for' }))
  }
  const faults: EntryFault[] = []
  for (const [field, part] of Object.entries(entry.sealed ?? {})) {
    if (!('box' in part)) faults.push({ field, accepted: 'the box itself' })
  }
  // A row of a line list says who made the record on paper; whoever brings it in signs for it.
  if (entry.author !== actor.author && entry.rowId === undefined) {
    faults.push({ field: 'author', accepted: 'your own user code' })
  }
  if (faults.length === 0 && !isWritable(entry))
    faults.push({ field: 'open', accepted: 'what JSON can hold' })
  return faults
}

function isWritable(entry: Entry): boolean {
  try {
    canonicalJson(entry)
    return true
  } catch {
    return false
  }
}

function findMissingKey(entry: Entry, { keptKeys }: Around, keys: SortedKeys): Compartment | undefined {
  return compartmentsOf(entry).find((compartment) => {
    const name = {
      subject: entry.subject.id,
      compartment,
      version: entry.sealed?.[compartment]?.keyVersion ?? 0,
    }
    return !(
      keys.stands(name) ||
      (keptKeys.has(nameIn(name)) && !keys.others.some((key) => nameIn(key) === nameIn(name)))
    )
  })
}

function compartmentsOf(entry: Entry): Compartment[] {
  return Object.keys(entry.sealed ?? {}) as Compartment[]
}

function earlier(left: Instant, right: Instant): Instant {
  return left < right ? left : right
}
