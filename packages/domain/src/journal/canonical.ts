/**
 * The one way to write a value as JSON: keys sorted by code unit, no white space, absent members left out.
 * Hashes, signatures and "same bytes" comparisons rest on it.
 * Throws on what JSON cannot hold exactly (non-finite numbers, lone surrogates, functions).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return canonicalText(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a number that JSON cannot hold')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new Error('a value that JSON cannot hold')
  // Text is put together piece by piece, not joined from lists: every entry and every sheet passes here.
  let text = ''
  if (Array.isArray(value)) {
    for (const member of value) text += `${text === '' ? '' : ','}${canonicalJson(member)}`
    return `[${text}]`
  }
  const members = value as Readonly<Record<string, unknown>>
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${canonicalText(name)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

// Printable ASCII without the quote and the backslash stands for itself.
const standsForItself = /^[ !#-[\]-~]*$/

function canonicalText(text: string): string {
  if (standsForItself.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new Error('text that is not well-formed Unicode')
  return JSON.stringify(text)
}
