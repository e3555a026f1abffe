import { canonicalJson, type Entry } from '@sathi/domain'

/**
 * Whether a row says just what the entry it once became says. When it was recorded does not matter;
 * of a retraction only what it takes back matters.
 */
export function hasSameContent(stored: Entry, again: Entry): boolean {
  if (stored.kind !== again.kind || stored.amends !== again.amends || stored.retracts !== again.retracts)
    return false
  if (stored.subject.id !== again.subject.id) return false
  if (stored.retracts !== undefined) return true
  return (
    stored.occurredOn === again.occurredOn &&
    stored.author === again.author &&
    canonicalJson(stored.open) === canonicalJson(again.open)
  )
}
