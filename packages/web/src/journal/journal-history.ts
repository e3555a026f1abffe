import type { FactView } from '../api/index.ts'

/** What became of a fact: it stands, or it was taken back. */
export type Standing = { readonly state: 'stands' } | { readonly state: 'taken-back'; readonly by: FactView }

/** One fact as a journal tells it: the entry that stands (or was taken back), and the earlier ones it replaced. */
export type FactHistory = {
  readonly entry: FactView
  readonly standing: Standing
  /** The later first. */
  readonly earlier: readonly FactView[]
}

/**
 * The facts of a journal with their histories, by day and then in order of arrival. Retractions are told at the fact
 * they take back; one whose fact is not here is shown by itself. Taking back any entry of a chain takes back the fact.
 */
export function journalHistory(entries: readonly FactView[]): FactHistory[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const amendedBy = new Map<string, FactView>()
  for (const entry of entries) if (entry.amends !== null) amendedBy.set(entry.amends, entry)
  const heads = entries.filter((entry) => !amendedBy.has(entry.id))
  const rootOf = (entry: FactView): string => {
    let root = entry
    for (let steps = 0; steps <= entries.length && root.amends !== null; steps++) {
      const before = byId.get(root.amends)
      if (before === undefined) return root.amends
      root = before
    }
    return root.id
  }
  const takenBackBy = new Map<string, FactView>()
  for (const head of heads) {
    const target = head.retracts === null ? undefined : byId.get(head.retracts)
    if (target !== undefined) takenBackBy.set(rootOf(target), head)
  }
  return heads
    .filter((head) => head.retracts === null || !byId.has(head.retracts))
    .map((head) => ({
      entry: head,
      standing: standingOf(takenBackBy.get(rootOf(head))),
      earlier: before(head, byId),
    }))
    .toSorted(byDay)
}

function standingOf(by: FactView | undefined): Standing {
  return by === undefined ? { state: 'stands' } : { state: 'taken-back', by }
}

function before(head: FactView, byId: ReadonlyMap<string, FactView>): FactView[] {
  const earlier: FactView[] = []
  let next = head.amends === null ? undefined : byId.get(head.amends)
  while (next !== undefined && !earlier.includes(next)) {
    earlier.push(next)
    next = next.amends === null ? undefined : byId.get(next.amends)
  }
  return earlier
}

function byDay({ entry: one }: FactHistory, { entry: other }: FactHistory): number {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? -1 : 1
  return one.position - other.position
}
