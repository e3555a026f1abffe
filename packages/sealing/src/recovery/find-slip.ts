import { bitsPerWord, wordCount, wordsValue } from './word-number.ts'

/** One word that was taken for another of the list, or two neighbours in each other's place; counted from 1. */
export type Slip =
  | { readonly reason: 'wrong_word'; readonly place: number }
  | { readonly reason: 'swapped_words'; readonly place: number }

/**
 * Where somebody slipped in typing words that are all on the list but do not add up: tries each single change, and
 * answers the place if there is exactly one where a change makes them right. Tells nobody more than could be tried by hand.
 */
export async function findSlip(
  numbers: readonly number[],
  isRight: (value: bigint) => Promise<boolean>,
): Promise<Slip | undefined> {
  const value = wordsValue(numbers)
  const found: Slip[] = []
  for (const [at, number] of numbers.entries()) {
    const shift = bitsPerWord * BigInt(numbers.length - 1 - at)
    const without = value - (BigInt(number) << shift)
    const tried = Array.from({ length: wordCount }, (_, other) => without + (BigInt(other) << shift))
    const right = await Promise.all(tried.map((other) => other !== value && isRight(other)))
    // X25519 passes over five bits of a private key, so several words may be right in one place: it is one slip.
    if (right.includes(true)) found.push({ reason: 'wrong_word', place: at + 1 })
    const next = numbers[at + 1]
    if (next === undefined || next === number) continue
    if (await isRight(wordsValue(numbers.with(at, next).with(at + 1, number)))) {
      found.push({ reason: 'swapped_words', place: at + 1 })
    }
  }
  return found.length === 1 ? found[0] : undefined
}
