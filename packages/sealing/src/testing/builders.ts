import {
  createMemberSecret,
  loadMemberKeys,
  type MemberKeys,
  type StrongParameters,
} from '../members/index.ts'
import type { Bytes, Opened } from '../primitives/index.ts'

/** The cheapest Argon2id there is: tests ask for the answer, not for the work. */
export const quickParameters = { memoryKiB: 8, passes: 1, lanes: 1 } as StrongParameters

export const organisation = '01930000-0000-7000-8000-0000000000a1'

/** An invented member's keys. */
export async function someMemberKeys(): Promise<MemberKeys> {
  return loadMemberKeys(await createMemberSecret())
}

/** The value of something that must have opened. */
export function openedValue<T>(answer: Opened<T>): T {
  if (answer.state !== 'open') throw new Error(`refused: ${answer.reason}`)
  return answer.value
}

export function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function unhex(text: string): Bytes {
  return Uint8Array.from(text.replaceAll(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** The bytes with one bit turned over. */
export function withFlippedBit(bytes: Bytes, bit: number): Bytes {
  const flipped = Uint8Array.from(bytes)
  const at = Math.floor(bit / 8) % bytes.length
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8))
  return flipped
}

/** Every place that differs from this one in one of its parts. */
export function otherPlaces<P extends object>(place: P): P[] {
  return Object.entries(place).map(([name, value]) => ({
    ...place,
    [name]:
      typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)} other`,
  }))
}
