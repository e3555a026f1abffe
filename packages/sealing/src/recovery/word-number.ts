import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { Bytes } from '../primitives/index.ts'

// The English list of BIP-39: 2048 words, so a word is eleven bits; the first four letters tell each from all others.
export const bitsPerWord = 11n
export const wordCount = wordlist.length
const numberOf = new Map(wordlist.map((word, number) => [word, number]))

/** The words of which this number's bits are made, eleven at a time, the highest first. */
export function wordsOf(value: bigint, count: number): string[] {
  const numbers = Array.from({ length: count }, (_, at) => value >> (bitsPerWord * BigInt(count - 1 - at)))
  return numbers.map((number) => wordlist[Number(number & 0x7ffn)] ?? '')
}

export function wordsValue(numbers: readonly number[]): bigint {
  return numbers.reduce((value, number) => (value << bitsPerWord) | BigInt(number), 0n)
}

export function bytesOf(value: bigint, length: number): Bytes {
  // Eight bytes at a time: searching for a slip comes here some fifty thousand times.
  const groups = Math.ceil(length / 8)
  const view = new DataView(new ArrayBuffer(groups * 8))
  for (let group = 0; group < groups; group++) {
    view.setBigUint64((groups - 1 - group) * 8, BigInt.asUintN(64, value >> BigInt(64 * group)))
  }
  return new Uint8Array(view.buffer.slice(groups * 8 - length))
}

export function bytesValue(bytes: Bytes): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

/** What is wrong with typed words that are not words of the list, or not as many as they have to be. */
export type WordsFault =
  | { readonly reason: 'word_count'; readonly expected: number; readonly found: number }
  | { readonly reason: 'unknown_word'; readonly place: number }

// Copied from print, words come with their numbers and with capitals.
const notPartOfWord = /^[\p{N}\p{P}]+|[\p{N}\p{P}]+$/gu

/** The numbers of typed words, or what is wrong; places count from 1. */
export function readWords(text: string, expected: number): readonly number[] | WordsFault {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(notPartOfWord, ''))
    .filter((word) => word !== '')
  const numbers = words.map((word) => numberOf.get(word))
  const unknown = numbers.indexOf(undefined)
  if (unknown >= 0) return { reason: 'unknown_word', place: unknown + 1 }
  if (words.length !== expected) return { reason: 'word_count', expected, found: words.length }
  return numbers.filter((number) => number !== undefined)
}

/** Words of the list that begin so, for a field that helps with typing. */
export function recoveryWordsBeginning(letters: string): readonly string[] {
  return wordlist.filter((word) => word.startsWith(letters.toLowerCase()))
}
