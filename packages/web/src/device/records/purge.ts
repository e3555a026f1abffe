import type { DeviceDatabase } from './device-database.ts'

/** What is kept of a subject beside the entries that were written here; a half-written form about her goes too. */
const tablesOfSubject = [
  'held',
  'aside',
  'wrap',
  'wanted',
  'outgoing',
  'assignment',
  'sheet',
  'draft',
  'file-key',
] as const
const arrived = ['stored', 'quarantined'] as const

/** Erases a subject, but for what was written here and has not reached the office, with its files. */
export async function purgeScope(database: DeviceDatabase, scope: string): Promise<void> {
  for (const table of tablesOfSubject) {
    await database.rows.where('[table+scope]').equals([table, scope]).delete()
  }
  for (const state of arrived) await database.items.where('[scope+state]').equals([scope, state]).delete()
  const needed = await neededFiles(database)
  const files = await database.rows.where('[table+scope]').equals(['blob', scope]).primaryKeys()
  await dropFiles(
    database,
    files.filter(([, id]) => !needed.has(id)),
  )
  const isLeft = (await database.items.where('scope').equals(scope).count()) > 0
  if (!isLeft) return database.stale.delete(scope)
  await database.stale.put({ scope, mark: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 })
}

/** Erases every subject, with what is known of members and assignments. */
export async function purgeAll(database: DeviceDatabase, own: 'stay' | 'go'): Promise<void> {
  for (const table of [...tablesOfSubject, 'card']) {
    await database.rows.where('[table+id]').between([table, ''], [table, '\uffff']).delete()
  }
  if (own === 'go') await database.items.where('state').anyOf(arrived).delete()
  const needed = await neededFiles(database)
  const files = await database.rows
    .where('[table+id]')
    .between(['blob', ''], ['blob', '\uffff'])
    .primaryKeys()
  await dropFiles(
    database,
    files.filter(([, id]) => !needed.has(id)),
  )
  await database.stale.clear()
  const scopes = new Set<string>()
  await database.items.each(({ scope }) => {
    scopes.add(scope)
  })
  const mark = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  await database.stale.bulkPut([...scopes].map((scope) => ({ scope, mark })))
}

async function neededFiles(database: DeviceDatabase): Promise<ReadonlySet<unknown>> {
  return new Set(await database.items.orderBy('blobs').uniqueKeys())
}

async function dropFiles(database: DeviceDatabase, files: readonly [string, string][]): Promise<void> {
  await database.rows.bulkDelete([...files])
  await database.chunks
    .where('blob')
    .anyOf(files.map(([, id]) => id))
    .delete()
}
