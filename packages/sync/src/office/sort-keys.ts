import type { KeyName, NewKey } from '../messages/index.ts'
import type { OfficeTransaction } from './office-store.ts'

export type SortedKeys = {
  /** Not kept yet. */
  readonly fresh: readonly NewKey[]
  /** Another key has their name: two devices made a key for the same compartment apart, and one came first. */
  readonly others: readonly NewKey[]
  /** Whether a key of this name is kept, or comes with this push. */
  stands(name: KeyName): boolean
  /** Whether what is sealed here under this name is sealed under another key than the one that has it. */
  isOther(name: KeyName): boolean
}

/**
 * Tells new keys from those that came before and from others of the same name. The office cannot see a key; the same
 * key comes again with the same wraps, because a device keeps what it sends until it is answered.
 */
export async function sortKeys(tx: OfficeTransaction, keys: readonly NewKey[]): Promise<SortedKeys> {
  const kept = new Map<string, NewKey>()
  const subjects = [...new Set(keys.map(({ subject }) => subject))]
  if (subjects.length > 0) for (const key of await tx.findKeys(subjects)) kept.set(nameIn(key), key)
  const fresh = new Map<string, NewKey>()
  const others: NewKey[] = []
  for (const key of keys) {
    const earlier = kept.get(nameIn(key)) ?? fresh.get(nameIn(key))
    if (earlier === undefined) fresh.set(nameIn(key), key)
    else if (!isSameKey(earlier, key)) others.push(key)
  }
  const notThese = new Set(others.map(nameIn))
  return {
    fresh: [...fresh.values()],
    others,
    stands: (name) => fresh.has(nameIn(name)) || kept.has(nameIn(name)),
    isOther: (name) => notThese.has(nameIn(name)),
  }
}

/** A key's name as one text. */
export function nameIn({ subject, compartment, version }: KeyName): string {
  return `${subject} ${compartment} ${version}`
}

function isSameKey(left: NewKey, right: NewKey): boolean {
  return left.wraps.some((wrap) =>
    right.wraps.some((other) => other.holder === wrap.holder && other.wrap === wrap.wrap),
  )
}
