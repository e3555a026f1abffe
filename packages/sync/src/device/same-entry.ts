import { canonicalJson, type Entry, type SealedPart } from '@sathi/domain'

/** Whether two copies of an entry say the same, as far as both hold its sealed parts. */
export function isSameEntry(left: Entry, right: Entry): boolean {
  const { sealed: leftParts = {}, ...leftRest } = left
  const { sealed: rightParts = {}, ...rightRest } = right
  if (canonicalJson(leftRest) !== canonicalJson(rightRest)) return false
  const names = Object.keys(leftParts)
  if (names.length !== Object.keys(rightParts).length) return false
  return names.every((name) => isSamePart(partOf(left, name), partOf(right, name)))
}

/** One entry with every box that either copy holds: what was withheld once may come later, and the other way round. */
export function withAllBoxes(entry: Entry, other: Entry): Entry {
  if (entry.sealed === undefined) return entry
  const parts = Object.entries(entry.sealed).map(([name, part]): [string, SealedPart] => {
    const also = partOf(other, name)
    return [name, 'box' in part || also === undefined ? part : also]
  })
  return { ...entry, sealed: Object.fromEntries(parts) }
}

function partOf(entry: Entry, name: string): SealedPart | undefined {
  return (entry.sealed as Readonly<Record<string, SealedPart>> | undefined)?.[name]
}

function isSamePart(left: SealedPart | undefined, right: SealedPart | undefined): boolean {
  if (left === undefined || right === undefined || left.keyVersion !== right.keyVersion) return false
  if ('box' in left && 'box' in right) return left.box === right.box
  if ('digest' in left && 'digest' in right) return left.digest === right.digest
  return true
}
