import type { PartName, SheetBodies, SubjectId } from '@sathi/domain'

/** The sheets that a report is computed from: for each part, the body of every subject that has one. */
export type SheetBook = {
  readonly [Name in PartName]: ReadonlyMap<SubjectId, SheetBodies[Name]>
}
