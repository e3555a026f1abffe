import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { giveTo } from './server-user.ts'

export const SETTINGS_FILE = 'sathi.conf'
export const OWNER_ROLE = 'sathi_owner'
export const APP_ROLE = 'sathi_app'
export const DATABASE = 'sathi'

export type Settings = Record<string, string>

/** For a computer with 2 cores and a small disk that also runs the server and perhaps a browser. */
const settings: Settings = {
  // Durability: what was acknowledged survives a power cut.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  // Memory and processes: Sathi and PostgreSQL together stay under 250 MB at rest.
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '40',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_wal_senders: '2',
  max_replication_slots: '2',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  jit: 'off',
  // A small disk is not filled by the write-ahead log.
  min_wal_size: '48MB',
  max_wal_size: '256MB',
  // A program that hangs in the middle of a transaction must not hold its locks for ever.
  idle_in_transaction_session_timeout: '60s',
  // Nothing of a statement or a value reaches the log: PostgreSQL puts values into the text of its errors, so
  // errors are left out altogether ("log" stands above "error"), and details with them.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  // One file for each day of the week, written over a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_file_mode: '0600',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] ',
  // The same answers on every computer.
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
  password_encryption: 'scram-sha-256',
}

const settingsSince18: Settings = { io_method: 'worker', io_workers: '1' }

const postgresqlConf = `# Sathi writes ${SETTINGS_FILE} anew at every start.
# Settings for this computer go below the next line; they win.
include '${SETTINGS_FILE}'
`

const hbaRows =
  process.platform === 'win32'
    ? [`host all ${OWNER_ROLE},${APP_ROLE} 127.0.0.1/32 scram-sha-256`]
    : [`local all ${OWNER_ROLE},${APP_ROLE} scram-sha-256`]

/** Who may sign in: the two logins with their passwords; no superuser, nobody over a network. */
const pgHba = `# Sathi writes this file anew at every start.\n${hbaRows.join('\n')}\n`

/** Writes the settings into a cluster that has just been made. */
export function writeFirstSettings(folder: DataFolder, cluster: string, major: number): void {
  writeFile(folder, join(cluster, 'postgresql.conf'), postgresqlConf)
  writeSettings(folder, cluster, major, {})
}

/** Brings the settings of an existing cluster up to date. */
export function writeSettings(folder: DataFolder, cluster: string, major: number, changes: Settings): void {
  const all = { ...settings, ...(major >= 18 ? settingsSince18 : {}), ...changes }
  const rows = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`)
  writeFile(
    folder,
    join(cluster, SETTINGS_FILE),
    `# Sathi writes this file anew at every start.\n${rows.join('')}`,
  )
  writeFile(folder, join(cluster, 'pg_hba.conf'), pgHba)
}

function writeFile(folder: DataFolder, file: string, content: string): void {
  if (readOrEmpty(file) === content) return
  writeFileSync(`${file}.new`, content, { mode: 0o600 })
  giveTo(folder.serverUser, `${file}.new`)
  renameSync(`${file}.new`, file)
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
