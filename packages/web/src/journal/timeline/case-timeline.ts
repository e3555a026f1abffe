import { dayNumberOf, type EntryId, type PartialDate, resolveFacts } from '@sathi/domain/journal'
import type { JournalEntry } from '../../device/index.ts'

/** A fact of a case as its file shows it. */
export type TimelineFact = {
  /** The entry that tells it. */
  readonly shown: JournalEntry
  /** `not-taken`: written here, and the office does not take it, or it waits for one that is not taken. */
  readonly standing: 'stands' | 'taken-back' | 'not-taken'
  readonly takenBackBy?: JournalEntry
  /** What it said before, the later first. */
  readonly earlier: readonly JournalEntry[]
  /** The shown entry and others that amend the same one apart from it: more than one await somebody who settles them. */
  readonly heads: readonly JournalEntry[]
}

export type TimelineDay = { readonly day: PartialDate; readonly facts: readonly TimelineFact[] }

/** The facts of a journal, the newest day first; what was taken back stays among them. */
export function caseTimeline(journal: readonly JournalEntry[]): TimelineDay[] {
  const facts = timelineFacts(journal).toSorted(newestFirst)
  const days: { day: PartialDate; facts: TimelineFact[] }[] = []
  for (const fact of facts) {
    const day = fact.shown.entry.occurredOn
    const last = days.at(-1)
    if (last?.day === day) last.facts.push(fact)
    else days.push({ day, facts: [fact] })
  }
  return days
}

export function timelineFacts(journal: readonly JournalEntry[]): TimelineFact[] {
  const byId = new Map(journal.map((one) => [one.entry.id, one]))
  const counted = journal.filter(isTaken)
  const standing = resolveFacts(counted.map(({ entry }) => entry)).map((fact): TimelineFact => {
    const heads = fact.heads.flatMap((id) => byId.get(id) ?? [])
    return { shown: get(byId, fact.id), standing: 'stands', heads, earlier: before(heads, byId) }
  })
  const told = new Set(
    standing.flatMap(({ heads, earlier }) => [...heads, ...earlier].map(({ entry }) => entry.id)),
  )
  const rest = counted.filter(({ entry }) => !told.has(entry.id))
  const notTaken = journal
    .filter((one) => !isTaken(one))
    .map((shown): TimelineFact => ({ shown, standing: 'not-taken', earlier: [], heads: [shown] }))
  return [...standing, ...takenBack(rest, byId), ...notTaken]
}

/** Whether sheets are folded with it: what the office has refused or set aside says nothing to others either. */
function isTaken({ standing }: JournalEntry): boolean {
  return standing === undefined || standing.state === 'to-go' || standing.state === 'stored'
}

/** Of each chain that no longer stands, its last saying, and the entry that took it back. */
function takenBack(
  rest: readonly JournalEntry[],
  byId: ReadonlyMap<EntryId, JournalEntry>,
): readonly TimelineFact[] {
  const amended = new Set(rest.flatMap(({ entry }) => entry.amends ?? []))
  const says = rest.filter(({ entry }) => entry.retracts === undefined)
  const takers = rest.filter(({ entry }) => entry.retracts !== undefined)
  return says
    .filter(({ entry }) => !amended.has(entry.id))
    .map((shown) => {
      const earlier = before([shown], byId)
      const chain = new Set([shown, ...earlier].map(({ entry }) => entry.id))
      const by = takers.find(({ entry }) => entry.retracts !== undefined && chain.has(entry.retracts))
      return {
        shown,
        standing: 'taken-back',
        earlier,
        heads: [shown],
        ...(by !== undefined && { takenBackBy: by }),
      }
    })
}

/** Everything that entries amend or settle, the later first. */
function before(
  heads: readonly JournalEntry[],
  byId: ReadonlyMap<EntryId, JournalEntry>,
): readonly JournalEntry[] {
  const found = new Set<JournalEntry>()
  const look = [...heads]
  for (let one = look.pop(); one !== undefined; one = look.pop()) {
    for (const id of [one.entry.amends, ...(one.entry.settles ?? [])]) {
      const earlier = id === undefined ? undefined : byId.get(id)
      if (earlier === undefined || found.has(earlier)) continue
      found.add(earlier)
      look.push(earlier)
    }
  }
  for (const head of heads) found.delete(head)
  return [...found].toSorted((left, right) => (left.entry.recordedAt < right.entry.recordedAt ? 1 : -1))
}

function get(byId: ReadonlyMap<EntryId, JournalEntry>, id: EntryId): JournalEntry {
  const found = byId.get(id)
  if (found === undefined) throw new Error('a fact whose entry is not there')
  return found
}

function newestFirst({ shown: left }: TimelineFact, { shown: right }: TimelineFact): number {
  const days = dayNumberOf(right.entry.occurredOn) - dayNumberOf(left.entry.occurredOn)
  if (days !== 0) return days
  if (left.entry.occurredOn !== right.entry.occurredOn)
    return left.entry.occurredOn.length - right.entry.occurredOn.length
  return left.entry.recordedAt < right.entry.recordedAt ? 1 : -1
}
