/*
 * Lists as parameters of one statement for any number of rows. Ids, names of kinds and canonical JSON hold no line break
 * and ids and kinds no quote, so they need no escaping: this is many times faster than the driver's array text.
 */

/**
 * For `$n::uuid[]`, and for `$n::text[]` of words like names of kinds. Where none is there at all the list is empty: beside
 * longer lists, `unnest` takes what is missing for null.
 */
export function idList(ids: readonly (string | null | undefined)[]): string {
  let list = ''
  let any = false
  for (const id of ids) {
    list += `,${id ?? 'null'}`
    any ||= id != null
  }
  return any ? `{${list.slice(1)}}` : '{}'
}

/** For `string_to_array($n, E'\n', '')`: an absent text is null. Throws when a text has a line break. */
export function lineList(texts: readonly (string | null | undefined)[]): string {
  const lines = texts.map((text) => text ?? '').join('\n')
  if (countBreaks(lines) !== Math.max(0, texts.length - 1)) throw new Error('a text with a line break')
  return lines
}

function countBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
