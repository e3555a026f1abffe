import { type Bytes, findText, openRecord, sealRecord, toBase64url, utf8, type WebKey } from '@sathi/sealing'
import type { DeviceDatabase, SealedRow } from './device-database.ts'

/** Seals what goes into the database and opens what comes out of it. */
export type SealedRecords = {
  /** The keyed hash by which something is looked up. */
  idOf(table: string, name: string): Promise<string>
  seal(table: string, id: string, value: unknown): Promise<Uint8Array>
  /** Throws when the box was not sealed for this place. */
  open<Value>(table: string, id: string, box: Uint8Array): Promise<Value>
  row(table: string, name: string, subject: string | undefined, value: unknown): Promise<SealedRow>
}

/** A box that does not open: the disk is damaged, or somebody changed what lies there. */
export class DamagedRecord extends Error {
  constructor(table: string) {
    super(`a record of ${table} does not open`)
    this.name = 'DamagedRecord'
  }
}

/** The version of the forms inside the boxes; a change that older forms must be read by takes the next number. */
const schemaVersion = 1

export function sealedRecords(dataKey: WebKey, hashKey: WebKey): SealedRecords {
  const known = new Map<string, Promise<string>>()
  const records: SealedRecords = {
    idOf(table, name) {
      const spelled = `${table}\n${name}`
      const before = known.get(spelled)
      if (before !== undefined) return before
      // What is asked for again and again is kept; a long first filling must not fill the memory.
      if (known.size > 5_000) known.clear()
      const hashed = hash(hashKey, spelled)
      known.set(spelled, hashed)
      return hashed
    },
    seal: (table, id, value) =>
      sealRecord(dataKey, { table, id, schemaVersion }, utf8(JSON.stringify(value))),
    async open<Value>(table: string, id: string, box: Uint8Array) {
      const opened = await openRecord(dataKey, { table, id, schemaVersion }, box as Bytes)
      const text = opened.state === 'open' ? findText(opened.value) : undefined
      if (text === undefined) throw new DamagedRecord(table)
      return JSON.parse(text) as Value
    },
    async row(table, name, subject, value) {
      const id = await records.idOf(table, name)
      const scope = subject === undefined ? '' : await records.idOf('subject', subject)
      return { table, id, scope, box: await records.seal(table, id, value) }
    },
  }
  return records
}

async function hash(key: WebKey, text: string): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)))
  return toBase64url(whole.slice(0, 16))
}

/** The hash key lies in the database under the data key; its row also tells whose vault the database belongs to. */
const hashKeyPlace = { table: 'key', id: 'hash', schemaVersion }

/**
 * The records of this vault. `foreign`: what lies there was sealed under another data key, which is gone.
 */
export async function openRecords(
  database: DeviceDatabase,
  dataKey: WebKey,
): Promise<SealedRecords | 'foreign'> {
  const row = await database.rows.get([hashKeyPlace.table, hashKeyPlace.id])
  if (row === undefined) return sealedRecords(dataKey, await makeHashKey(database, dataKey))
  const secret = await openRecord(dataKey, hashKeyPlace, row.box as Bytes)
  return secret.state === 'open' ? sealedRecords(dataKey, await importHashKey(secret.value)) : 'foreign'
}

async function makeHashKey(database: DeviceDatabase, dataKey: WebKey): Promise<WebKey> {
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const box = await sealRecord(dataKey, hashKeyPlace, secret)
  await database.rows.add({ table: hashKeyPlace.table, id: hashKeyPlace.id, scope: '', box })
  return importHashKey(secret)
}

function importHashKey(secret: Bytes): Promise<WebKey> {
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}
