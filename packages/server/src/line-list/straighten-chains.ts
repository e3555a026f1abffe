import { type Entry, type EntryId, resolveFacts } from '@sathi/domain'

/**
 * Amendments made apart branch a chain, which a line list cannot say. For every branched chain this gives what each
 * entry amends once the branches are laid end to end, the shown head last: the same fact, without the mark of conflict.
 */
export function straightenChains(entries: readonly Entry[]): ReadonlyMap<EntryId, EntryId> {
  const straight = new Map<EntryId, EntryId>()
  for (const chain of branchedChains(entries)) {
    const [shown] = headsOf(chain)
    const ordered = parentsFirst(chain).filter((entry) => entry.id !== shown)
    const last = chain.find((entry) => entry.id === shown)
    if (last !== undefined) ordered.push(last)
    for (let index = 1; index < ordered.length; index++) {
      const entry = ordered[index]
      const before = ordered[index - 1]
      if (entry !== undefined && before !== undefined) straight.set(entry.id, before.id)
    }
  }
  return straight
}

function branchedChains(entries: readonly Entry[]): Entry[][] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const rootOf = (entry: Entry): EntryId => {
    const earlier = entry.amends === undefined ? undefined : byId.get(entry.amends)
    return earlier === undefined ? entry.id : rootOf(earlier)
  }
  const chains = Map.groupBy(entries, rootOf)
  return [...chains.values()].filter((chain) => {
    const amended = chain.map((entry) => entry.amends).filter((target) => target !== undefined)
    return new Set(amended).size < amended.length
  })
}

/** Heads of one chain as the fold shows them; retractions too, which the fold itself leaves out. */
function headsOf(chain: readonly Entry[]): readonly EntryId[] {
  const asFacts = chain.map(({ retracts: _, ...entry }) => entry)
  return resolveFacts(asFacts)[0]?.heads ?? []
}

function parentsFirst(chain: readonly Entry[]): Entry[] {
  const children = Map.groupBy(chain, (entry) => entry.amends)
  const ids = new Set(chain.map(({ id }) => id))
  const ordered: Entry[] = []
  const visit = (entry: Entry): void => {
    ordered.push(entry)
    for (const child of children.get(entry.id) ?? []) visit(child)
  }
  for (const entry of chain) if (entry.amends === undefined || !ids.has(entry.amends)) visit(entry)
  return ordered
}
