import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOfNames, findNameKeys, type NameAgreement, type NameKeys } from './name-keys.ts'

function keysOf(name: string): NameKeys {
  const keys = findNameKeys(name)
  if (keys === undefined) throw new Error('nothing to compare')
  return keys
}

function agreement(left: string, right: string): NameAgreement {
  return agreementOfNames(keysOf(left), keysOf(right))
}

// Letters that the two scripts read alike; the others (ব and व, য and य, ো and ओ) are in the list of pairs.
const syllable = fc
  .tuple(fc.constantFrom(...'কগচজটডতদনপমরলস'), fc.constantFrom('', 'া', 'ি', 'ী', 'ু', 'ূ', 'ে', 'ৌ'))
  .map(([consonant, sign]) => consonant + sign)
const bengaliWord = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((syllables) => syllables.join(''))

function inDevanagari(word: string): string {
  return [...word].map((letter) => String.fromCharCode(letter.charCodeAt(0) - 0x80)).join('')
}

test('CAS-5 রহিমা, रहीमा, Rohima, Rahima and Raheema share a key', () => {
  const names = ['রহিমা', 'रहीमा', 'Rohima', 'Rahima', 'Raheema']
  for (const left of names) for (const right of names) expect(agreement(left, right)).toBe('given')
})

test('CAS-5 what the two Indian scripts write alike has the same keys in both', () => {
  fc.assert(
    fc.property(bengaliWord, (word) => {
      expect(findNameKeys(inDevanagari(word))).toEqual(findNameKeys(word))
    }),
  )
})

test('CAS-6 composed or not, capitals, stops, joiners and spaces change no key', () => {
  // জয়া with U+09DF, which normal form C takes apart.
  expect(keysOf('\u099c\u09df\u09be')).toEqual(keysOf('\u099c\u09af\u09bc\u09be'))
  expect(agreement('\u099c\u09df\u09be', 'Joya')).toBe('given')
  expect(keysOf('  রহিমা\u200c ')).toEqual(keysOf('রহিমা'))
  expect(keysOf('RAHIMA, Parvin.')).toEqual(keysOf('rahima parvin'))
  expect(keysOf('Rahīmā')).toEqual(keysOf('Rahima'))
})

test('CAS-6 what has no letter of the three scripts has nothing to compare', () => {
  for (const name of ['', ' . ', '১২৩', '42', 'Ω']) expect(findNameKeys(name)).toBeUndefined()
})

test('CAS-7 titles are put aside in every script and spelling', () => {
  const plain = keysOf('Salma')
  const titled = [
    'Mst. Salma',
    'মোছাঃ সালমা',
    'Salma Begum',
    'সালমা খাতুন',
    'Salma Khatoon',
    'सलमा बेगम',
    'Sri Salma Debi',
  ]
  for (const name of titled) expect(agreementOfNames(plain, keysOf(name)), name).toBe('given')
  expect(agreement('Md. Karim', 'মোহাম্মদ করিম')).toBe('given')
  expect(keysOf('Mst Salma Akhter')).toEqual(plain)
})

test('CAS-7 a title that is all there is, is a name', () => {
  expect(agreement('Bibi', 'বিবি')).toBe('given')
  expect(agreement('Mst Khatun', 'খাতুন')).toBe('given')
  expect(agreement('Rani Das', 'রানী দাস')).toBe('same')
  expect(agreement('Begum', 'Khatun')).toBe('none')
})

test('CAS-8 a name written as one word or as two is the same name', () => {
  expect(agreement('Nur Jahan', 'Nurjahan')).toBe('same')
  expect(agreement('নাজমুন নাহার', 'Nazmunnahar')).toBe('same')
})

test('CAS-8 whole names agree, hold one another, or share the given name alone', () => {
  expect(agreement('Shirin Sultana', 'শিরিন সুলতানা')).toBe('same')
  expect(agreement('Bimal Chandra Das', 'বিমল দাস')).toBe('contained')
  expect(agreement('Sultana Shirin', 'Shirin Sultana')).toBe('contained')
  expect(agreement('Shirin', 'Shirin Sultana')).toBe('given')
  expect(agreement('Sultana', 'Shirin Sultana')).toBe('none')
  expect(agreement('Shirin Sultana', 'Shirin Parvin')).toBe('apart')
  expect(agreement('Shirin Sultana', 'Nasrin Sultana')).toBe('none')
})

test('CAS-8 how two names agree does not depend on which comes first', () => {
  const name = fc.array(fc.constantFrom('Nur', 'Jahan', 'Nurjahan', 'Rohima', 'রহিমা', 'Begum', 'দাস'), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(name, name, (left, right) => {
      expect(agreement(left.join(' '), right.join(' '))).toBe(agreement(right.join(' '), left.join(' ')))
      expect(agreement(left.join(' '), left.join(' '))).not.toBe('none')
    }),
  )
})

test('CAS-9 a word has at most sixteen keys and a whole name twenty-four, whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc
      .array(fc.constantFrom('o', 'w', 'v', 'y', 'ksh', 'e', 'h', 'ng', 'ob', ' '), { maxLength: 40 })
      .map((parts) => parts.join('')),
    fc
      .array(fc.constantFrom('ছ', '্', 'ব', 'য', 'া', 'ं', 'व', 'ड़', 'ঁ', 'ে', ' '), { maxLength: 40 })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (name) => {
      const keys = findNameKeys(name)
      if (keys === undefined) return
      expect(keys.whole.length).toBeLessThanOrEqual(24)
      for (const word of keys.words) {
        expect(word.length).toBeGreaterThan(0)
        expect(word.length).toBeLessThanOrEqual(16)
        for (const key of word) expect(key).toMatch(/^[a-zAIO]+$/)
      }
    }),
    { numRuns: 300 },
  )
})
