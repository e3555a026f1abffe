/** Stands in for `domain`'s canonical JSON, which this package may not import: keys sorted, absent members left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member === 'string' && !member.isWellFormed()) throw new Error('not well-formed')
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
