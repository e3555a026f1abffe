import type { DeviceDatabase } from './device-database.ts'
import type { SealedRecords } from './sealed-records.ts'

/** The open records of a device: where they lie, and how they are sealed. */
export type DeviceRecords = { readonly database: DeviceDatabase; readonly sealed: SealedRecords }

/** One record by its name. */
export async function findRecord<Value>(
  { database, sealed }: DeviceRecords,
  table: string,
  name: string,
): Promise<Value | undefined> {
  const id = await sealed.idOf(table, name)
  const row = await database.rows.get([table, id])
  return row && sealed.open<Value>(table, id, row.box)
}

/** Those that are there of the records with these names. */
export async function findRecords<Name extends string, Value>(
  { database, sealed }: DeviceRecords,
  table: string,
  names: readonly Name[],
): Promise<ReadonlyMap<Name, Value>> {
  const ids = await Promise.all(names.map((name) => sealed.idOf(table, name)))
  const rows = await database.rows.bulkGet(ids.map((id): [string, string] => [table, id]))
  const found = await Promise.all(
    rows.map(async (row, index): Promise<[Name, Value][]> => {
      const name = names[index]
      if (row === undefined || name === undefined) return []
      return [[name, await sealed.open<Value>(table, row.id, row.box)]]
    }),
  )
  return new Map(found.flat())
}

/** All records of a table, or those of one subject. */
export async function listRecords<Value>(
  { database, sealed }: DeviceRecords,
  table: string,
  subject?: string,
): Promise<readonly Value[]> {
  return listScope(
    { database, sealed },
    table,
    subject === undefined ? undefined : await sealed.idOf('subject', subject),
  )
}

/** The same by the subject's hash. */
export async function listScope<Value>(
  { database, sealed }: DeviceRecords,
  table: string,
  scope: string | undefined,
): Promise<readonly Value[]> {
  const rows =
    scope === undefined
      ? await database.rows.where('[table+id]').between([table, ''], [table, '\uffff']).toArray()
      : await database.rows.where('[table+scope]').equals([table, scope]).toArray()
  return Promise.all(rows.map((row) => sealed.open<Value>(table, row.id, row.box)))
}

/** Keeps one record that belongs to no outbox: strict, like everything. */
export async function keepRecord(
  { database, sealed }: DeviceRecords,
  table: string,
  name: string,
  value: unknown,
  subject?: string,
): Promise<void> {
  await database.rows.put(await sealed.row(table, name, subject, value))
}

export async function dropRecord(
  { database, sealed }: DeviceRecords,
  table: string,
  name: string,
): Promise<void> {
  await database.rows.delete([table, await sealed.idOf(table, name)])
}
