import { hash } from 'node:crypto'
import { type EntryId, isUuid } from '@sathi/domain'

/**
 * The id of an imported row: a name-based UUID (version 8, SHA-256 of kind and row id), so that importing a row again
 * finds the entry that it became. An id that the product made (exported before) stays as it is; other programs' UUIDs
 * are row ids like any other, since their forms give one to rows of several kinds.
 */
export function importedEntryId(kindName: string, rowId: string): EntryId {
  if (isProductId(rowId)) return rowId as EntryId
  const digits = hash('sha256', `${kindName}\u0000${rowId}`, 'hex')
  const variant = '89ab'[Number.parseInt(digits.slice(16, 17), 16) % 4]
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}` as EntryId
}

/** Whether a row id is an entry's own id, made in the product: a UUID of version 7. */
export function isProductId(rowId: string): boolean {
  return rowId.length === 36 && rowId[14] === '7' && isUuid(rowId)
}
