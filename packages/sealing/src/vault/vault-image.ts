import {
  type Argon2Parameters,
  type Bytes,
  boxOverhead,
  joinBytes,
  saltLength,
  sameBytes,
  utf8,
} from '../primitives/index.ts'

/**
 * The vault's file: always 1,088 bytes. A header of 64 that everybody may read (what a guess costs, salt, wrong
 * attempts), then four slots of 256, of which nobody can say whether and for what they are used.
 */
export type VaultImage = {
  readonly condition: 'live' | 'erased'
  readonly wrongAttempts: number
  /** Milliseconds since 1970 by the device's clock; 0 when no attempt was wrong since the last right one. */
  readonly lastWrongAt: number
  readonly parameters: Argon2Parameters
  readonly salt: Bytes
  readonly slots: readonly Bytes[]
}

export const slotCount = 4
const slotLength = 256
export const slotTextLength = slotLength - boxOverhead
const headerLength = 64
export const vaultImageLength = headerLength + slotCount * slotLength

const mark = utf8('sathi vault 1\0\0\0')
const at = {
  condition: 16,
  wrongAttempts: 18,
  lastWrongAt: 20,
  memoryKiB: 28,
  passes: 32,
  lanes: 36,
  salt: 40,
}

export function writeVaultImage(image: VaultImage): Bytes {
  const header = new Uint8Array(headerLength)
  header.set(mark)
  const view = new DataView(header.buffer)
  view.setUint8(at.condition, image.condition === 'erased' ? 1 : 0)
  view.setUint16(at.wrongAttempts, image.wrongAttempts)
  view.setFloat64(at.lastWrongAt, image.lastWrongAt)
  view.setUint32(at.memoryKiB, image.parameters.memoryKiB)
  view.setUint32(at.passes, image.parameters.passes)
  view.setUint32(at.lanes, image.parameters.lanes)
  header.set(image.salt, at.salt)
  return joinBytes(header, ...image.slots)
}

/** The image, or undefined when the file is no vault. */
export function findVaultImage(file: Bytes): VaultImage | undefined {
  if (file.length !== vaultImageLength || !sameBytes(file.slice(0, mark.length), mark)) return undefined
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  return {
    condition: view.getUint8(at.condition) === 1 ? 'erased' : 'live',
    wrongAttempts: view.getUint16(at.wrongAttempts),
    lastWrongAt: view.getFloat64(at.lastWrongAt),
    parameters: {
      memoryKiB: view.getUint32(at.memoryKiB),
      passes: view.getUint32(at.passes),
      lanes: view.getUint32(at.lanes),
    },
    salt: file.slice(at.salt, at.salt + saltLength),
    slots: Array.from({ length: slotCount }, (_, slot) =>
      file.slice(headerLength + slot * slotLength, headerLength + (slot + 1) * slotLength),
    ),
  }
}
