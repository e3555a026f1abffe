export { exportLineList } from './export-line-list.ts'
export type { LineListFault } from './fault.ts'
export {
  type ImportOutcome,
  type ImportProgress,
  importLineList,
} from './import-line-list.ts'
export { LineListChanged } from './line-list-changed.ts'
export { emptyLineListStore, openExportStore, openLineListStore } from './store.ts'
