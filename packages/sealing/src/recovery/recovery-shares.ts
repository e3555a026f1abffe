import { combine, split } from 'shamir-secret-sharing'
import { type Bytes, bind, joinBytes, randomBytes, sha256 } from '../primitives/index.ts'
import { findSlip, type Slip } from './find-slip.ts'
import { isRecoverySecretOf, type RecoverySecret } from './recovery-key.ts'
import { bytesOf, bytesValue, readWords, type WordsFault, wordsOf, wordsValue } from './word-number.ts'

/** One of three shares, for three people: any two give the key, one alone gives nothing. */
export type RecoveryShare = { readonly number: 1 | 2 | 3; readonly words: readonly string[] }

// 27 words are 297 bits: a share of 264 (32 bytes of the line's height, then where on the line), its number in 2,
// the set in 12, a check in 19.
const count = 27
const [numberBits, setBits, checkBits] = [2n, 12n, 19n]
const bodyLength = 35

/** Splits the key into three shares of one set (Shamir over GF(256)), each as 27 words. */
export async function splitRecoveryKey(secret: RecoverySecret): Promise<readonly RecoveryShare[]> {
  const set = bytesValue(randomBytes(2)) & 0xfffn
  const parts = await split(Uint8Array.from(secret), 3, 2)
  return Promise.all(
    ([1, 2, 3] as const).map(async (number, at) => {
      const part = bytesValue(joinBytes(Uint8Array.from(parts[at] ?? [])))
      const body = (((part << numberBits) | BigInt(number)) << setBits) | set
      return { number, words: wordsOf((body << checkBits) | (await checkOf(body)), count) }
    }),
  )
}

export type CombinedShares =
  | { readonly state: 'open'; readonly value: RecoverySecret }
  | {
      readonly state: 'refused'
      /** `share` counts the texts handed in, from 1. */
      readonly fault:
        | ((WordsFault | Slip | { readonly reason: 'not_a_share' }) & { readonly share: number })
        | { readonly reason: 'same_share' | 'different_sets' | 'not_this_key' }
    }

/** The key from the words of two shares, if it is the one with this public half (base64url). */
export async function combineShares(
  texts: readonly [string, string],
  publicKey: string,
): Promise<CombinedShares> {
  const shares: Share[] = []
  for (const [at, text] of texts.entries()) {
    const share = await readShare(text)
    if ('reason' in share) return { state: 'refused', fault: { ...share, share: at + 1 } }
    shares.push(share)
  }
  const [first, second] = shares as [Share, Share]
  if (first.set !== second.set) return { state: 'refused', fault: { reason: 'different_sets' } }
  if (first.number === second.number) return { state: 'refused', fault: { reason: 'same_share' } }
  const secret = Uint8Array.from(await combine([first.part, second.part]))
  if (await isRecoverySecretOf(publicKey, secret)) return { state: 'open', value: secret as RecoverySecret }
  return { state: 'refused', fault: { reason: 'not_this_key' } }
}

type Share = { readonly part: Bytes; readonly number: bigint; readonly set: bigint }

async function readShare(text: string): Promise<Share | WordsFault | Slip | { reason: 'not_a_share' }> {
  const numbers = readWords(text, count)
  if ('reason' in numbers) return numbers
  const value = wordsValue(numbers)
  if (!(await isRight(value))) return (await findSlip(numbers, isRight)) ?? { reason: 'not_a_share' }
  const body = value >> checkBits
  return {
    part: bytesOf(body >> (setBits + numberBits), 33),
    number: (body >> setBits) & 3n,
    set: body & 0xfffn,
  }
}

async function isRight(value: bigint): Promise<boolean> {
  return (await checkOf(value >> checkBits)) === (value & 0x7ffffn)
}

async function checkOf(body: bigint): Promise<bigint> {
  const digest = await sha256(joinBytes(bind('sathi recovery share 1'), bytesOf(body, bodyLength)))
  return bytesValue(digest.slice(0, 3)) >> 5n
}
