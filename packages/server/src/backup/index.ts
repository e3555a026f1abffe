export { type BackupProgress, backup } from './backup.ts'
export type { BackupCounts } from './backup-format.ts'
export { type RestoreProgress, restore } from './restore.ts'
