import type { Sound } from './sound.ts'

/**
 * Words that are spelled the English way and said the Bengali way. Only names that are in common use as names.
 */
const englishSpellings: Readonly<Record<string, string>> = {
  baby: 'bebi',
  beauty: 'biuti',
  daisy: 'deji',
  lovely: 'labli',
  lucky: 'laki',
  mary: 'meri',
  nancy: 'nansi',
  rose: 'roj',
  rosy: 'roji',
  rosie: 'roji',
  sunny: 'sani',
}

type Spelling = readonly [letters: RegExp, sound: Sound]

const consonantBefore = '(?<=[bcdfghjklmnpqrstvxz])'

// The longest spelling stands first: the first that fits is taken.
const spellings: readonly Spelling[] = [
  [/kshm|xm/y, ['km', 'k', 'ksm']],
  [/ksh|x/y, ['ks', 'k']],
  [/^(?:gy|jn|gn)/y, ['g']],
  [/chh?|tch/y, ['c']],
  [/c(?=[eiy])/y, ['s']],
  [/kh|ck|[kqc]/y, ['k']],
  [/ng/y, ['n', 'ng']],
  [/gh?/y, ['g']],
  [/sh?/y, ['s']],
  [/th?/y, ['t']],
  [/dh?/y, ['d']],
  [/ph|f/y, ['f']],
  [/p/y, ['p']],
  [/bh?/y, ['b']],
  [/v/y, ['b', 'O']],
  [/zh?|jh?/y, ['j']],
  [/h$/y, ['']],
  [/[hlmnr]/y, ['=']],
  [new RegExp(`${consonantBefore}w`, 'y'), ['', 'O']],
  [/w/y, ['O']],
  [/^y/y, ['I', 'j']],
  [new RegExp(`${consonantBefore}y(?=[aeou])`, 'y'), ['', 'I']],
  [/ine$/y, ['In']],
  [/ee|ie?$|ii|ea(?=s)|[iy]/y, ['I']],
  [/e/y, ['E']],
  [/oo|uu|ou|au|u/y, ['O']],
  [/o$/y, ['', 'O']],
  [/o/y, ['A', 'O']],
  [/a+/y, ['A']],
]

/** The sounds of a word in Latin letters, as names are spelled in Bangladesh and India. Letters it does not know are passed over. */
export function latinSounds(word: string): readonly Sound[] {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const text = Object.hasOwn(englishSpellings, plain) ? (englishSpellings[plain] ?? plain) : plain
  const sounds: Sound[] = []
  let at = 0
  while (at < text.length) {
    const found = findSpelling(text, at)
    if (found !== undefined) sounds.push(found.sound)
    at += found?.length ?? 1
  }
  return sounds
}

function findSpelling(
  text: string,
  at: number,
): { readonly sound: Sound; readonly length: number } | undefined {
  for (const [letters, sound] of spellings) {
    letters.lastIndex = at
    const length = letters.exec(text)?.[0].length
    if (length !== undefined) return { sound: sound[0] === '=' ? [text.slice(at, at + 1)] : sound, length }
  }
  return undefined
}
