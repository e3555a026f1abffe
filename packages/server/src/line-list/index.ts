export {
  type DamagedPart,
  type ExportedList,
  type ExportReader,
  exportLineList,
} from './export-line-list.ts'
export { openExportStore } from './export-store.ts'
export type { LineListFault } from './fault.ts'
export {
  type CheckedList,
  type ImportOutcome,
  type ImportProgress,
  importLineList,
} from './import-line-list.ts'
export { emptyLineListStore, openLineListStore } from './import-store.ts'
export type { Importer, OpenedPart, OpenedParts, UnsealedRow } from './importer.ts'
export { LineListChanged } from './line-list-changed.ts'
