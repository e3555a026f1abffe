/**
 * Which of these refer, over others or directly, to themselves, or to one that does. `targetsById` says to what each
 * refers; what is not among them refers to nothing.
 */
export function findLoops<Id>(targetsById: ReadonlyMap<Id, readonly Id[]>): ReadonlySet<Id> {
  const waiting = new Map<Id, number>()
  const referrers = new Map<Id, Id[]>()
  const free: Id[] = []
  for (const [id, targets] of targetsById) {
    const inside = targets.filter((target) => targetsById.has(target))
    waiting.set(id, inside.length)
    if (inside.length === 0) free.push(id)
    for (const target of inside) {
      const list = referrers.get(target)
      if (list === undefined) referrers.set(target, [id])
      else list.push(id)
    }
  }
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waiting.delete(id)
    for (const referrer of referrers.get(id) ?? []) {
      const left = (waiting.get(referrer) ?? 0) - 1
      waiting.set(referrer, left)
      if (left === 0) free.push(referrer)
    }
  }
  return new Set(waiting.keys())
}
