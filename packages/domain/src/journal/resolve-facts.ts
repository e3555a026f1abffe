import { type DayNumber, dayNumberOf, type PartialDate } from './calendar.ts'
import type { Entry, EntryId, SubjectRef } from './entry.ts'

/**
 * A fact: an entry with its chain of amendments, as its head (the last amendment) tells it.
 * `heads` holds more than one id while amendments made apart wait to be settled.
 */
export type Fact<Open = Readonly<Record<string, unknown>>> = {
  readonly id: EntryId
  readonly rowId: string
  readonly kind: string
  readonly subject: SubjectRef
  readonly occurredOn: PartialDate
  readonly day: DayNumber
  readonly author: string | null
  readonly open: Open
  readonly heads: readonly EntryId[]
}

/**
 * The facts that a journal tells, in order of day and row id (JRN-3 to JRN-8).
 * The order of the given entries does not matter.
 */
export function resolveFacts(entries: Iterable<Entry>): Fact[] {
  const chains = chainsByRoot(entries)
  const heads = new Map<EntryId, readonly Entry[]>()
  const retracted = new Set<EntryId>()
  for (const [root, chain] of chains.entriesByRoot) {
    const chainHeads = headsOf(chain)
    heads.set(root, chainHeads)
    const shown = chainHeads[0]
    if (shown?.retracts !== undefined) retracted.add(chains.rootOf(shown.retracts))
  }
  const facts: Fact[] = []
  for (const [root, chainHeads] of heads) {
    const shown = chainHeads[0]
    if (shown === undefined || shown.retracts !== undefined || retracted.has(root)) continue
    facts.push({
      id: shown.id,
      rowId: shown.rowId ?? shown.id,
      kind: shown.kind,
      subject: shown.subject,
      occurredOn: shown.occurredOn,
      day: dayNumberOf(shown.occurredOn),
      author: shown.author,
      open: shown.open,
      heads: chainHeads.map((head) => head.id),
    })
  }
  return facts.sort((left, right) => byDayThenRowId(left, right) || (left.id < right.id ? -1 : 1))
}

/** Earlier first; on one day the smaller row id (compared as a string) first. */
export function byDayThenRowId(
  left: { readonly day: number; readonly rowId: string },
  right: { readonly day: number; readonly rowId: string },
): number {
  if (left.day !== right.day) return left.day - right.day
  return left.rowId < right.rowId ? -1 : left.rowId > right.rowId ? 1 : 0
}

type Chains = {
  readonly entriesByRoot: ReadonlyMap<EntryId, readonly Entry[]>
  readonly rootOf: (id: EntryId) => EntryId
}

/** Groups entries by the first entry of their chain; an entry that is not here (not yet arrived) still names its chain. */
function chainsByRoot(entries: Iterable<Entry>): Chains {
  const amendsById = new Map<EntryId, EntryId | undefined>()
  const all: Entry[] = []
  for (const entry of entries) {
    if (amendsById.has(entry.id)) continue
    amendsById.set(entry.id, entry.amends)
    all.push(entry)
  }
  const rootById = new Map<EntryId, EntryId>()
  const rootOf = (id: EntryId): EntryId => {
    const path: EntryId[] = []
    let root = id
    // A loop of amendments cannot be appended; the bound keeps a damaged journal from hanging the fold.
    while (path.length <= amendsById.size) {
      const earlier = rootById.get(root) ?? amendsById.get(root)
      if (earlier === undefined) break
      path.push(root)
      root = earlier
    }
    // What is known is not walked again: a long chain is walked once, not once for each of its entries.
    for (const one of path) rootById.set(one, root)
    return root
  }
  const entriesByRoot = new Map<EntryId, Entry[]>()
  for (const entry of all) {
    const root = entry.amends === undefined ? entry.id : rootOf(entry.amends)
    const chain = entriesByRoot.get(root)
    if (chain === undefined) entriesByRoot.set(root, [entry])
    else chain.push(entry)
  }
  return { entriesByRoot, rootOf }
}

/** The entries of a chain that no other amends or settles, the shown one first: the later by (occurred, recorded, id). */
function headsOf(chain: readonly Entry[]): readonly Entry[] {
  if (chain.length === 1) return chain
  const superseded = new Set<EntryId>()
  for (const entry of chain) {
    if (entry.amends !== undefined) superseded.add(entry.amends)
    for (const settled of entry.settles ?? []) superseded.add(settled)
  }
  return chain.filter((entry) => !superseded.has(entry.id)).sort(laterFirst)
}

function laterFirst(left: Entry, right: Entry): number {
  const byDay = dayNumberOf(right.occurredOn) - dayNumberOf(left.occurredOn)
  if (byDay !== 0) return byDay
  if (left.recordedAt !== right.recordedAt) return left.recordedAt > right.recordedAt ? -1 : 1
  return left.id > right.id ? -1 : left.id < right.id ? 1 : 0
}
