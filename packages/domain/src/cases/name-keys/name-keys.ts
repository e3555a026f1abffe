import { withoutTitles } from './titles.ts'
import { wordKeys } from './word-keys.ts'

/**
 * What is compared of a name: keys of the whole and of each word, several where a spelling may be read in several ways.
 * Titles are left out. A device hashes each key before it shows it to anybody; equal keys make equal hashes.
 */
export type NameKeys = {
  /** Keys of the words written as one, so that Nur Jahan and Nurjahan meet. */
  readonly whole: readonly string[]
  /** Keys of each word, in the order of the name: the first is the given name. Never empty. */
  readonly words: readonly (readonly string[])[]
}

/** Keys of a whole name are kept to this many, the likeliest readings first. */
const mostWhole = 24

/** The keys of a name in Bengali, Devanagari or Latin letters; undefined when there is nothing to compare. */
export function findNameKeys(name: string): NameKeys | undefined {
  const named = withoutTitles(wordsOf(name))
  const words = named.map(wordKeys).filter((keys) => keys.length > 0)
  if (words.length === 0) return undefined
  const whole = words.reduce<readonly string[]>(
    (begun, keys) => begun.flatMap((text) => keys.map((key) => join(text, key))).slice(0, mostWhole),
    [''],
  )
  return { whole: [...new Set(whole)], words }
}

/** Two keys as the key of one word: no a between them, no consonant twice (Nazmun Nahar, Nazmunnahar). */
function join(text: string, key: string): string {
  if (text === '') return key
  const begun = text.replace(/(?<=.)A$/, '')
  const rest = key.replace(/^A(?=.)/, '')
  return /[a-z]/.test(rest[0] ?? '') && begun.endsWith(rest[0] ?? '') ? begun + rest.slice(1) : begun + rest
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\u200c\u200d]+/u)
    .filter((word) => word !== '')
}

/**
 * How two names agree. `same`: written as one they are equal. `contained`: all words, at least two, of one are in the
 * other. `given`: a name of one word is the given name of the other. `apart`: the given names agree and other words do not.
 */
export type NameAgreement = 'same' | 'contained' | 'given' | 'apart' | 'none'

/** Compares two names by equality of keys alone, so that hashes of keys do as well as keys. */
export function agreementOfNames(left: NameKeys, right: NameKeys): NameAgreement {
  const [fewer, more] = left.words.length <= right.words.length ? [left, right] : [right, left]
  const givenAgree = meet(fewer.words[0], more.words[0])
  if (fewer.words.length > 1) {
    if (meet(left.whole, right.whole)) return 'same'
    if (holds(more, fewer) || (more.words.length === fewer.words.length && holds(fewer, more)))
      return 'contained'
    return givenAgree ? 'apart' : 'none'
  }
  if (meet(left.whole, right.whole)) return more.words.length > 1 ? 'same' : 'given'
  return givenAgree ? 'given' : 'none'
}

/** Whether every word of the second is in the first. */
function holds(all: NameKeys, some: NameKeys): boolean {
  return some.words.every((word) => all.words.some((other) => meet(word, other)))
}

function meet(left: readonly string[] = [], right: readonly string[] = []): boolean {
  return left.some((key) => right.includes(key))
}
