export { type BackupProgress, backup } from './backup.ts'
export type { BackupCounts } from './backup-format.ts'
export type { RestoreProgress } from './loading.ts'
export { restore } from './restore.ts'
export {
  addSideRows,
  getCounters,
  passingTables,
  readSideRows,
  type SideRow,
  type SideTable,
  setCounters,
  sideTables,
} from './side-tables.ts'
