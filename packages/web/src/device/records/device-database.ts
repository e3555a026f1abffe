import { Dexie, type EntityTable, type Table } from 'dexie'
import { databaseName } from './delete-database.ts'

/** A box of the vault's data key, with nothing beside it but what it is looked up by. */
export type SealedRow = {
  readonly table: string
  /** A keyed hash of what it is named by, so that nobody can tell which case a row is about. */
  readonly id: string
  /** A keyed hash of the subject it belongs to; empty for what belongs to none. */
  readonly scope: string
  readonly box: Uint8Array
}

/** An entry that was written here. Its order is the order of writing; its states are what the outbox is counted by. */
export type ItemRow = {
  readonly order: number
  readonly id: string
  readonly scope: string
  readonly state: string
  readonly item: Uint8Array
  readonly standing: Uint8Array
  /** Another code for its subject than the item was written with. */
  readonly code?: Uint8Array
  /** Keyed hashes of the files that it refers to. */
  readonly blobs: readonly string[]
}

/** A note that a compartment was opened. */
export type ReadRow = { readonly order: number; readonly box: Uint8Array }

/** A piece of a file, sealed under the file's own key. */
export type ChunkRow = {
  readonly id: string
  readonly scope: string
  readonly blob: string
  readonly bytes: Uint8Array
}

/** A subject of which something came or went since its sheet was folded. */
export type StaleRow = { readonly scope: string; readonly mark: number }

export type DeviceDatabase = Dexie & {
  readonly rows: Table<SealedRow, [table: string, id: string]>
  readonly items: EntityTable<ItemRow, 'order'>
  readonly reads: EntityTable<ReadRow, 'order'>
  readonly chunks: Table<ChunkRow, string>
  readonly stale: Table<StaleRow, string>
}

/**
 * What a device keeps, as ciphertext. Every transaction is strict: when it ends well, the disk has it. Shapes inside the
 * boxes change without the database knowing; only what is looked up by would need a new version here.
 */
export function openDatabase(): DeviceDatabase {
  const database = new Dexie(databaseName, { chromeTransactionDurability: 'strict' }) as DeviceDatabase
  database.version(1).stores({
    rows: '[table+id], [table+scope]',
    items: '++order, &id, [scope+state], state, *blobs',
    reads: '++order',
    chunks: 'id, scope, blob',
    stale: 'scope',
  })
  // Another tab erases the device or runs a newer app: this one lets go, and whatever it asks then fails.
  database.on('versionchange', () => database.close())
  return database
}
