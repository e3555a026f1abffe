import { wordKeys } from './word-keys.ts'

/** Short forms, which have no sound of their own, as they are written without stops and visarga. */
const shortForms = new Set(
  'md mo mohd mhd mst most mosa musa msst sri shri sree smt dr mr mrs ms late মো মোঃ মোহাঃ মোছা মোছাঃ মোসা মোসাঃ মোসাম্মত মুহা শ্রী শ্রীমতি শ্রীমতী মিসেস ডা मो मोः श्री श्रीमती'.split(
    ' ',
  ),
)

/** Titles that stand before a name, and those that stand after one. Each in one spelling: they are compared by key. */
const before = keysOf('mohammad mosammat begum bibi srimati haji alhaj sheikha')
const after = keysOf('begum khatun akter banu bibi devi debi rani mia khanam')

function keysOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').flatMap(wordKeys))
}

/**
 * The words of a name without those that half the country bears (Md, Mst, Begum, Khatun, Akter, Bibi, Devi …). A title
 * that is all there is stays: it is then what she is called.
 */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const begins = words.findIndex((word) => !isTitle(word, before))
  if (begins === -1) return words.slice(-1)
  const [name = '', ...others] = words.slice(begins)
  return [name, ...others.filter((word) => !isTitle(word, after))]
}

function isTitle(word: string, titles: ReadonlySet<string>): boolean {
  return shortForms.has(word.toLowerCase()) || wordKeys(word).some((key) => titles.has(key))
}
