import { type Entry, type EntryId, resolveFacts } from '@sathi/domain'

/**
 * Amendments made apart branch a chain, which a line list cannot say. For every branched chain this gives what each
 * entry amends once the branches are laid end to end, the shown head last: the same fact, without the mark of conflict.
 */
export function straightenChains(entries: readonly Entry[]): ReadonlyMap<EntryId, EntryId> {
  const straight = new Map<EntryId, EntryId>()
  const byTarget = Map.groupBy(entries, (entry) => entry.amends)
  for (const chain of chainsFromRoots(entries, byTarget)) {
    if (chain.every(({ id }) => (byTarget.get(id)?.length ?? 0) < 2)) continue
    const [shown] = headsOf(chain)
    const ordered = chain.filter((entry) => entry.id !== shown)
    const last = chain.find((entry) => entry.id === shown)
    if (last !== undefined) ordered.push(last)
    for (const [index, entry] of ordered.entries()) {
      const before = ordered[index - 1]
      if (before !== undefined) straight.set(entry.id, before.id)
    }
  }
  return straight
}

/** The entries of each chain, what is amended before what amends it. */
function* chainsFromRoots(
  entries: readonly Entry[],
  byTarget: ReadonlyMap<EntryId | undefined, readonly Entry[]>,
): Generator<readonly Entry[]> {
  const ids = new Set(entries.map(({ id }) => id))
  for (const root of entries) {
    if (root.amends !== undefined && ids.has(root.amends)) continue
    const chain: Entry[] = []
    const waiting = [root]
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      chain.push(entry)
      waiting.push(...(byTarget.get(entry.id) ?? []).toReversed())
    }
    yield chain
  }
}

/** Heads of one chain as the fold shows them; retractions too, which the fold itself leaves out. */
function headsOf(chain: readonly Entry[]): readonly EntryId[] {
  const asFacts = chain.map(({ retracts: _, ...entry }) => entry)
  return resolveFacts(asFacts)[0]?.heads ?? []
}
