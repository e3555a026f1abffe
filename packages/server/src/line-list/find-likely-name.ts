/** The known name that somebody meant who wrote it with capitals, blanks or hyphens; undefined when it is not that. */
export function findLikelyName(written: string, known: Iterable<string>): string | undefined {
  const meant = plain(written)
  for (const name of known) if (plain(name) === meant) return name
  return undefined
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
}
