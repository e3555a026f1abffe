import { z } from 'zod'
import { Bytes32, SealedText } from '../staff/index.ts'

/** 16 bytes, base64url. */
const Salt = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** How a device stretches a passphrase: OWASP's weakest set or stronger, and no more than a cheap phone can bear. */
export const StretchParameters = z
  .strictObject({
    memoryKiB: z.int().min(19_456).max(1_048_576),
    passes: z.int().min(2).max(64),
    lanes: z.literal(1),
  })
  .readonly()

export const PassphraseSettings = z.strictObject({ salt: Salt, parameters: StretchParameters })
export type PassphraseSettings = z.output<typeof PassphraseSettings>

/** A passphrase as the server may know it. */
export const NewCredential = z
  .strictObject({ salt: Salt, parameters: StretchParameters, secret: Bytes32 })
  .readonly()

/** A new member's keys: public halves, and the private ones under two wraps. */
export const NewKeys = z.strictObject({
  sealing: Bytes32,
  signing: Bytes32,
  wrappedByPassphrase: SealedText,
  wrappedForRecovery: SealedText,
})

export const KeyWraps = z
  .array(z.strictObject({ number: z.int().min(1), wrappedByPassphrase: SealedText }).readonly())
  .min(1)
  .max(100)
  .readonly()
