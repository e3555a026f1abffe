import fc from 'fast-check'
import { combine } from 'shamir-secret-sharing'
import { describe, expect, test } from 'vitest'
import { publicHalf, toBase64url } from '../primitives/index.ts'
import { unhex } from '../testing/builders.ts'
import { findSlip } from './find-slip.ts'
import {
  combineShares,
  createRecoveryKey,
  isRecoverySecretOf,
  loadRecoveryKey,
  type NewRecoveryKey,
  type RecoverySecret,
  readRecoveryWords,
  recoveryWords,
  recoveryWordsBeginning,
  splitRecoveryKey,
} from './index.ts'

// One key for all runs: X25519 passes over five bits, so for about one key in fifty a wrong word is right in two places.
const secret = unhex('5c3f1e8a90b7264dd1127ea4093b6f58c2ee71059a4416b38fd0275b6ac9e34d') as RecoverySecret
const key: NewRecoveryKey = { secret, publicKey: toBase64url(await publicHalf(secret)) }
const words = recoveryWords(key.secret)
const another = await createRecoveryKey()
const text = (list: readonly string[]) => list.join(' ')
const read = (list: readonly string[], { publicKey }: NewRecoveryKey = key) =>
  readRecoveryWords(text(list), publicKey)
/** The list with another word of the English list in one place, counted from 1. */
const withWord = (list: readonly string[], place: number) =>
  list.with(place - 1, list[place - 1] === 'zebra' ? 'abandon' : 'zebra')

describe('recovery words', () => {
  test.each([
    ['00', `${'abandon '.repeat(23)}art`],
    [
      '7f',
      `${'legal winner thank year wave sausage worth useful '.repeat(2)}legal winner thank year wave sausage worth title`,
    ],
    [
      '80',
      `${'letter advice cage absurd amount doctor acoustic avoid '.repeat(2)}letter advice cage absurd amount doctor acoustic bless`,
    ],
    ['ff', `${'zoo '.repeat(23)}vote`],
  ])('SEA-19 are the words of the published BIP-39 vector for 32 bytes of %s', (byte, mnemonic) => {
    expect(text(recoveryWords(unhex(byte.repeat(32)) as RecoverySecret))).toBe(mnemonic)
  })

  test('SEA-19 give the key again, also as they are copied from print', async () => {
    expect(words).toHaveLength(24)
    expect(await read(words)).toEqual({ state: 'open', value: key.secret })
    const printed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n')
    expect((await readRecoveryWords(printed, key.publicKey)).state).toBe('open')
    const inBengali = words.map((word, at) => `${'০১২৩৪৫৬৭৮৯'[at % 10]}) ${word},`).join('  ')
    expect((await readRecoveryWords(inBengali, key.publicKey)).state).toBe('open')
    expect(await isRecoverySecretOf(key.publicKey, key.secret)).toBe(true)
  })

  test('SEA-19 are refused when they are too few, too many or those of another organisation', async () => {
    expect(await read(words.slice(1))).toEqual({
      state: 'refused',
      fault: { reason: 'word_count', expected: 24, found: 23 },
    })
    expect(await read([...words, 'zoo'])).toMatchObject({ fault: { reason: 'word_count', found: 25 } })
    expect(await readRecoveryWords('', key.publicKey)).toMatchObject({ fault: { found: 0 } })
    expect(await read(words, another)).toEqual({ state: 'refused', fault: { reason: 'not_this_key' } })
  })

  test('SEA-19 a field may ask which words begin so', () => {
    expect(recoveryWordsBeginning('zeb')).toEqual(['zebra'])
    expect(recoveryWordsBeginning('Zo')).toEqual(['zone', 'zoo'])
  })

  test('SEA-21 a word that is none is refused with its place, without repeating it', async () => {
    for (const place of [1, 7, 24]) {
      const refused = await read(words.with(place - 1, 'rahimaxx'))
      expect(refused).toEqual({ state: 'refused', fault: { reason: 'unknown_word', place } })
      expect(JSON.stringify(refused)).not.toContain('rahima')
    }
  })

  test('SEA-21 a word taken for another of the list is refused with its place', async () => {
    for (const place of [1, 24]) {
      expect(await read(withWord(words, place))).toEqual({
        state: 'refused',
        fault: { reason: 'wrong_word', place },
      })
    }
  })

  test('SEA-21 several words that would be right in one place are one slip', async () => {
    const right = new Set([5n, 6n])
    const numbers = [0, 7]
    expect(await findSlip(numbers, async (value) => right.has(value))).toEqual({
      reason: 'wrong_word',
      place: 2,
    })
  })

  test('SEA-21 two neighbours in each other’s place are refused with their place', async () => {
    const at = words.findIndex((word, place) => place > 2 && word !== words[place + 1])
    const swapped = words.with(at, words[at + 1] ?? '').with(at + 1, words[at] ?? '')
    expect(await read(swapped)).toEqual({
      state: 'refused',
      fault: { reason: 'swapped_words', place: at + 1 },
    })
  })

  test('SEA-21 two wrong words are refused without a place', async () => {
    expect(await read(withWord(withWord(words, 3), 11))).toEqual({
      state: 'refused',
      fault: { reason: 'not_this_key' },
    })
  })
})

describe('shares of the recovery key', async () => {
  const shares = await splitRecoveryKey(key.secret)
  const [first, second, third] = shares.map((share) => text(share.words)) as [string, string, string]
  const combineTexts = (one: string, other: string) => combineShares([one, other], key.publicKey)

  test('SEA-20 any two give the key, in either order', async () => {
    expect(shares.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(shares.every((share) => share.words.length === 27)).toBe(true)
    for (const pair of [
      [first, second],
      [second, third],
      [third, first],
    ] as const) {
      expect(await combineShares(pair, key.publicKey)).toEqual({ state: 'open', value: key.secret })
    }
  })

  test('SEA-20 every key is split and put together again', async () => {
    const run = fc.asyncProperty(fc.constantFrom([0, 1], [0, 2], [1, 2]), async ([one = 0, other = 0]) => {
      const fresh = await createRecoveryKey()
      const split = (await splitRecoveryKey(fresh.secret)).map((share) => text(share.words))
      const combined = await combineShares([split[one] ?? '', split[other] ?? ''], fresh.publicKey)
      expect(combined).toEqual({ state: 'open', value: fresh.secret })
    })
    await fc.assert(run, { numRuns: 20 })
  })

  // One share is one point; through it and any secret there goes exactly one line. So for each byte of the secret, the
  // 256 values that another share may have there give all 256 values, each once: none is likelier than before.
  test('SEA-20 one alone gives nothing: with it, every secret is still equally possible', async () => {
    const places = fc.uniqueArray(fc.integer({ min: 1, max: 255 }), { minLength: 2, maxLength: 2 })
    const run = fc.asyncProperty(fc.nat(255), places, async (height, [here = 1, there = 2]) => {
      const possible = new Set<number>()
      for (let other = 0; other < 256; other++) {
        const [secret = 0] = await combine([Uint8Array.of(height, here), Uint8Array.of(other, there)])
        possible.add(secret)
      }
      expect(possible.size).toBe(256)
    })
    await fc.assert(run, { numRuns: 10 })
  })

  test('SEA-20 the same share twice, shares of two splits and of another key are refused as such', async () => {
    expect(await combineTexts(first, first)).toMatchObject({ fault: { reason: 'same_share' } })
    // Two splits draw the same number of a set once in 4,096 times; then only the key itself tells.
    const reasons: unknown[] = []
    for (let time = 0; time < 3; time++) {
      const [, anew] = await splitRecoveryKey(key.secret)
      const answer = await combineTexts(first, text(anew?.words ?? []))
      reasons.push(answer.state === 'refused' && answer.fault.reason)
    }
    expect(reasons).toContain('different_sets')
    expect(reasons).not.toContain(false)
    expect(await combineShares([first, second], another.publicKey)).toMatchObject({
      fault: { reason: 'not_this_key' },
    })
  })

  test('SEA-21 a fault in a share is refused with the share and the place', async () => {
    const list = shares[1]?.words ?? []
    expect(await combineTexts(first, text(list.with(4, 'rahimaxx')))).toEqual({
      state: 'refused',
      fault: { share: 2, reason: 'unknown_word', place: 5 },
    })
    expect(await combineTexts(text(words), first)).toEqual({
      state: 'refused',
      fault: { share: 1, reason: 'word_count', expected: 27, found: 24 },
    })
    // Nineteen bits of check leave one chance in ten that another single change fits as well: then no place is named.
    const wrong = await combineTexts(first, text(withWord(list, 20)))
    expect([
      { share: 2, reason: 'wrong_word', place: 20 },
      { share: 2, reason: 'not_a_share' },
    ]).toContainEqual(wrong.state === 'refused' && wrong.fault)
    expect((await combineTexts(first, text(withWord(withWord(list, 3), 8)))).state).toBe('refused')
  })
})

test('SEA-9 the recovery key in use cannot be read out', async () => {
  const { privateKey } = await loadRecoveryKey(key.secret)
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
})
