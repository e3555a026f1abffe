import type { PartName, SheetBodies, SubjectId } from '@sathi/domain'

/**
 * The sheets that a report is computed from: for each part, the body of every subject that has one. Maps and bodies are
 * never changed: after a new entry there is another book that shares all bodies which say what they said before.
 */
export type SheetBook = {
  readonly [Name in PartName]: ReadonlyMap<SubjectId, SheetBodies[Name]>
}
