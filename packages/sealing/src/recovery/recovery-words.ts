import { entropyToMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { sha256 } from '../primitives/index.ts'
import { findSlip, type Slip } from './find-slip.ts'
import { isRecoverySecretOf, type RecoverySecret } from './recovery-key.ts'
import { bytesOf, readWords, type WordsFault, wordsValue } from './word-number.ts'

const count = 24

/** The recovery key as 24 English words (BIP-39), the last of which holds a check on the others. */
export function recoveryWords(secret: RecoverySecret): string[] {
  return entropyToMnemonic(secret, wordlist).split(' ')
}

export type ReadRecoveryWords =
  | { readonly state: 'open'; readonly value: RecoverySecret }
  | {
      readonly state: 'refused'
      /** `not_this_key`: more than one slip, or the words of another organisation. */
      readonly fault: WordsFault | Slip | { readonly reason: 'not_this_key' }
    }

/** The key that the words stand for, if it is the one with this public half (base64url). Places count from 1. */
export async function readRecoveryWords(text: string, publicKey: string): Promise<ReadRecoveryWords> {
  const numbers = readWords(text, count)
  if ('reason' in numbers) return { state: 'refused', fault: numbers }
  const value = wordsValue(numbers)
  const isRight = async (value: bigint) => {
    const secret = await findSecret(value)
    return secret !== undefined && isRecoverySecretOf(publicKey, secret)
  }
  if (await isRight(value)) return { state: 'open', value: bytesOf(value >> 8n, 32) as RecoverySecret }
  return { state: 'refused', fault: (await findSlip(numbers, isRight)) ?? { reason: 'not_this_key' } }
}

/** BIP-39 for 256 bits: the secret, then the first byte of its SHA-256. */
async function findSecret(value: bigint) {
  const secret = bytesOf(value >> 8n, 32)
  const [check] = await sha256(secret)
  return BigInt(check ?? 0) === (value & 0xffn) ? secret : undefined
}
