import type { Box, BoxDigest, Compartment, Entry, SealedPart } from '@sathi/domain'
import type { AccessJudge } from './access-judge.ts'

/** The entry as this reader gets it: of compartments that she may not open, the digest in place of the box. */
export function withhold(entry: Entry, judge: AccessJudge, digestOf: (box: Box) => BoxDigest): Entry {
  if (entry.sealed === undefined) return entry
  const sealed = Object.entries(entry.sealed).map(([name, part]): [string, SealedPart] => {
    if ('digest' in part || judge.mayOpen(name as Compartment, entry.subject)) return [name, part]
    return [name, { keyVersion: part.keyVersion, digest: digestOf(part.box) }]
  })
  return { ...entry, sealed: Object.fromEntries(sealed) }
}
