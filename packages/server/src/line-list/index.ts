export { exportLineList } from './export-line-list.ts'
export type { LineListFault } from './fault.ts'
export {
  type ImportOutcome,
  type ImportProgress,
  importLineList,
  LineListChanged,
} from './import-line-list.ts'
export { openExportStore, openLineListStore } from './store.ts'
