import { type Bytes, utf8 } from '../primitives/index.ts'
import { createVault, openRecord, sealRecord, type VaultAnswer } from '../vault/index.ts'
import { hex, quickParameters } from './builders.ts'

/** What opens the invented vault. */
export const secrets = {
  passphrase: 'river lamp seven mango',
  recovery: 'printed words kept in the safe',
  duress: 'river lamp seven guava',
}
export const now = Date.UTC(2026, 0, 5)
export const hour = 3_600_000
/** Where the one record of the invented vault lies. */
export const place = { table: 'entries', id: 'entry-1', schemaVersion: 1 }

/** A new vault with one record sealed under its key. */
export async function aVault(given: Parameters<typeof createVault>[0] = secrets) {
  const made = await createVault(given, quickParameters)
  if (made.state !== 'made') throw new Error(made.state)
  return { ...made, record: await sealRecord(made.dataKey, place, utf8('a secret of hers')) }
}
/** Whether an answer gives the key that this record was sealed under. */
export const opens = async (answer: VaultAnswer, record: Bytes) =>
  'dataKey' in answer && (await openRecord(answer.dataKey, place, record)).state === 'open'
/** The four slots of a vault's file, as text that can be compared. */
export const slotsOf = (image: Bytes) =>
  Array.from({ length: 4 }, (_, slot) => hex(image.slice(64 + slot * 256, 64 + (slot + 1) * 256)))
