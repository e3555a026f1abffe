import type { AnyKind, EntryId, SubjectId } from '@sathi/domain'
import type { ChainRows } from './chain-rows.ts'
import { importedEntryId } from './imported-entry-id.ts'
import type { StoredList } from './stored-list.ts'

/** What the store holds of one kind's chains, as far as a table's rows touch them: rows named by row id. */
export type StoredChains = {
  findSubjectCode(rowId: string): string | undefined
  /** Whether a stored row amends this one. */
  isAmended(rowId: string): boolean
}

const noneStored: StoredChains = { findSubjectCode: () => undefined, isAmended: () => false }

export async function loadStoredChains(
  kind: AnyKind,
  stored: StoredList,
  rows: ChainRows,
): Promise<StoredChains> {
  if (!stored.hasEntries || rows.amends.size + rows.retracts.size === 0) return noneStored
  const amended = new Set(rows.amends.values())
  const outside = [...new Set([...amended, ...rows.retracts.values()])].filter(
    (target) => rows.findRow(target) === undefined,
  )
  const idOf = (rowId: string): EntryId => importedEntryId(kind.name, rowId)
  const places = await stored.findPlaces(outside.map(idOf))
  const amendedBefore = await stored.findAmended(kind.name, [...amended].map(idOf))
  const codes = codesOf(stored, new Set([...places.values()].map(({ subject }) => subject)))
  return {
    findSubjectCode(rowId) {
      const place = places.get(idOf(rowId))
      return place?.kind === kind.name ? codes.get(place.subject) : undefined
    },
    isAmended: (rowId) => amendedBefore.has(idOf(rowId)),
  }
}

function codesOf(stored: StoredList, wanted: ReadonlySet<SubjectId>): ReadonlyMap<SubjectId, string> {
  return new Map(stored.subjects.filter(({ id }) => wanted.has(id)).map(({ id, code }) => [id, code]))
}
