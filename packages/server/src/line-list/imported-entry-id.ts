import { createHash } from 'node:crypto'
import { type EntryId, isUuid } from '@sathi/domain'

/**
 * The id of an imported row: a name-based UUID (version 8, SHA-256 of kind and row id), so that importing a row again
 * finds the entry that it became. A row id that is itself an entry's id (exported from the product) stays that id.
 */
export function importedEntryId(kindName: string, rowId: string): EntryId {
  if (isUuid(rowId)) return rowId as EntryId
  const digits = createHash('sha256').update(`${kindName}\u0000${rowId}`).digest('hex').slice(0, 32).split('')
  digits[12] = '8'
  digits[16] = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4] ?? '8'
  const hex = digits.join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EntryId
}
