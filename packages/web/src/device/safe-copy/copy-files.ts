import { readAll, type SyncAccess, withAccess, writeAt } from '../vault/sync-access.ts'
import { type CopiedRecord, readRecords, writeRecords } from './copied-records.ts'

// Made once and only ever written into: names of files lie in a database of the browser like the one this copy is against.
const names = ['copy-a', 'copy-b'] as const

/** What is done with the two files of the safe copy, in its worker. */
export const copyTasks = {
  append: (records: readonly CopiedRecord[]): Promise<void> =>
    alone(async () => {
      const [, second] = await Promise.all(
        names.map((name) => withAccess(name, (access) => access.getSize())),
      )
      const name = second === 0 ? names[0] : names[1]
      await withAccess(name, (access) => appendTo(name, access, records))
    }),

  /** All records, older before newer of one id. */
  readAll: (): Promise<readonly CopiedRecord[]> => alone(readBoth),

  /**
   * Keeps these ids only, the newest record of each. The other file is whole and flushed before the first is emptied; a
   * copy that was cut off in between has both, and what stands in both is the same.
   */
  keepOnly: (ids: readonly string[]): Promise<void> =>
    alone(async () => {
      const kept = new Set(ids)
      const newest = new Map<string, CopiedRecord>()
      const all = await readBoth()
      for (const record of all) {
        if (kept.has(record.id)) newest.set(`${record.kind} ${record.id}`, record)
      }
      const sizes = await Promise.all(names.map((name) => withAccess(name, (access) => access.getSize())))
      if (newest.size === all.length && sizes.some((size) => size === 0)) return
      const [from, into] = sizes[1] === 0 ? names : ([names[1], names[0]] as const)
      await withAccess(into, (access) => appendTo(into, access, [...newest.values()]))
      await withAccess(from, (access) => {
        access.truncate(0)
        access.flush()
      })
    }),
} as const

export type CopyTasks = typeof copyTasks

/** How long the files were when they were last seen to be whole: what is as long still is whole still. */
const wholeAt = new Map<string, number>()

function appendTo(name: string, access: SyncAccess, records: readonly CopiedRecord[]): void {
  const length = access.getSize()
  const end = wholeAt.get(name) === length ? length : readRecords(readAll(access)).end
  if (end < length) access.truncate(end)
  wholeAt.delete(name)
  const bytes = writeRecords(records)
  writeAt(access, end, bytes)
  wholeAt.set(name, end + bytes.length)
}

async function readBoth(): Promise<readonly CopiedRecord[]> {
  const both: CopiedRecord[] = []
  for (const name of names)
    both.push(...(await withAccess(name, (access) => readRecords(readAll(access)).records)))
  return both
}

function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request('sathi safe copy', work)
}
