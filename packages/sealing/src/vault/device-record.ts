import { type Bytes, bind, type Opened, openBox, sealBox, type WebKey } from '../primitives/index.ts'

/** Where on the device a record lies, and in which version of its form it is written. */
export type RecordPlace = { readonly table: string; readonly id: string; readonly schemaVersion: number }

/** Seals a record of the device under the vault's data key; it opens only in its own place. */
export function sealRecord(dataKey: WebKey, place: RecordPlace, bytes: Bytes): Promise<Bytes> {
  return sealBox(dataKey, bytes, boundTo(place))
}

export function openRecord(dataKey: WebKey, place: RecordPlace, sealed: Bytes): Promise<Opened<Bytes>> {
  return openBox(dataKey, sealed, boundTo(place))
}

const boundTo = ({ table, id, schemaVersion }: RecordPlace): Bytes =>
  bind('sathi device record 1', table, id, schemaVersion)
