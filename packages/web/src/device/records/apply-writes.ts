import type { Compartment, SubjectId } from '@sathi/domain'
import type { BlobId, DeviceWrite, HeldKey, KeyName, NewItem, NewKey, WantedWrap } from '@sathi/sync'
import type { DeviceDatabase, SealedRow } from './device-database.ts'
import type { DeviceRecords } from './device-records.ts'
import { purgeAll, purgeScope } from './purge.ts'

/** A write with everything sealed: what is left is for the database, in a transaction that waits for nothing else. */
export type SealedWrite =
  | { readonly put: SealedRow; readonly stale?: string }
  | { readonly apply: (database: DeviceDatabase) => Promise<void> }

/** Seals a change of what the device keeps. A wipe is not among them: that is not the database's to do. */
export async function sealWrite(
  records: DeviceRecords,
  write: Exclude<DeviceWrite, { write: 'wipe' }>,
): Promise<readonly SealedWrite[]> {
  const { sealed } = records
  const put = async (
    table: string,
    name: string,
    value: unknown,
    subject?: SubjectId,
  ): Promise<readonly SealedWrite[]> => [{ put: await sealed.row(table, name, subject, value) }]
  const drop = async (table: string, name: string): Promise<readonly SealedWrite[]> => {
    const id = await sealed.idOf(table, name)
    return [{ apply: (database) => database.rows.delete([table, id]) }]
  }
  switch (write.write) {
    case 'state':
      return Promise.all(
        Object.entries(write.state).map(async ([name, value]) => ({
          put: await sealed.row('state', name, undefined, { name, value }),
        })),
      )
    case 'new-item':
      return [await sealItem(sealed, write.item)]
    case 'standing': {
      const id = await sealed.idOf('item', write.id)
      const standing = await sealed.seal('standing', id, write.standing)
      return [{ apply: (database) => changeItem(database, id, { state: write.standing.state, standing }) }]
    }
    case 'subject-code': {
      const id = await sealed.idOf('item', write.id)
      const code = await sealed.seal('code', id, write.subjectCode)
      return [{ apply: (database) => changeItem(database, id, { code }) }]
    }
    case 'drop-item': {
      const id = await sealed.idOf('item', write.id)
      return [{ apply: (database) => dropItem(database, id) }]
    }
    case 'held': {
      const { entry } = write.held
      const row = await sealed.row('held', entry.id, entry.subject.id, write.held)
      return [{ put: row, stale: row.scope }]
    }
    case 'purge': {
      const scope = await sealed.idOf('subject', write.subject)
      return [{ apply: (database) => purgeScope(database, scope) }]
    }
    case 'purge-all':
      return [{ apply: (database) => purgeAll(database, write.own) }]
    case 'wrap':
      return put('wrap', nameOfKey(write.wrap), write.wrap, write.wrap.subject)
    case 'drop-key':
      return dropKey(records, write.key)
    case 'card':
      return put('card', write.card.member, write.card)
    case 'assignment': {
      const { subject, member } = write.assignment
      return put('assignment', `${subject} ${member}`, write.assignment, subject)
    }
    case 'wanted':
      return put('wanted', nameOfWanted(write.wanted), write.wanted, write.wanted.subject)
    case 'drop-wanted':
      return drop('wanted', nameOfWanted(write.wanted))
    case 'outgoing-wrap':
      return put('outgoing', nameOfWanted(write.wrap), write.wrap, write.wrap.subject)
    case 'drop-outgoing-wrap':
      return drop('outgoing', nameOfWanted(write.wrap))
    case 'read': {
      const box = await sealed.seal('read', '', write.read)
      return [{ apply: async (database) => void (await database.reads.add({ box })) }]
    }
    case 'drop-read':
      return [{ apply: (database) => database.reads.delete(write.order) }]
    case 'aside': {
      const { entry } = write.aside
      return put('aside', entry.id, write.aside, entry.subject.id)
    }
    case 'drop-aside':
      return drop('aside', write.id)
    case 'blob': {
      const row = await sealed.row('blob', write.card.blob, write.card.subject, write.card)
      return [{ put: row }, { apply: (database) => putChunks(database, row, write.chunks) }]
    }
  }
}

type Sealed = DeviceRecords['sealed']

async function sealItem(sealed: Sealed, item: NewItem): Promise<SealedWrite> {
  const { entry, blobs = [] } = item.submission
  const id = await sealed.idOf('item', entry.id)
  const row = {
    id,
    scope: await sealed.idOf('subject', entry.subject.id),
    state: 'to-go',
    item: await sealed.seal('item', id, item),
    standing: await sealed.seal('standing', id, { state: 'to-go' }),
    blobs: await Promise.all(blobs.map((blob: BlobId) => sealed.idOf('blob', blob))),
  }
  return {
    apply: async (database) => {
      await database.items.add(row)
      await markStale(database, [row.scope])
    },
  }
}

/** Only the very box that was read is dropped: if another key has come into its place meanwhile, that one stays. */
async function dropKey({ database, sealed }: DeviceRecords, key: NewKey): Promise<readonly SealedWrite[]> {
  const id = await sealed.idOf('wrap', nameOfKey(key))
  const row = await database.rows.get(['wrap', id])
  if (row === undefined) return []
  const held = await sealed.open<HeldKey>('wrap', id, row.box)
  if (held.from !== 'here' || !key.wraps.some(({ wrap }) => wrap === held.wrap)) return []
  return [
    {
      apply: async (within) => {
        const now = await within.rows.get(['wrap', id])
        if (now !== undefined && isSameBox(now.box, row.box)) await within.rows.delete(['wrap', id])
      },
    },
  ]
}

function isSameBox(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at])
}

async function changeItem(
  database: DeviceDatabase,
  id: string,
  change: { readonly state?: string; readonly standing?: Uint8Array; readonly code?: Uint8Array },
): Promise<void> {
  const row = await database.items.where('id').equals(id).first()
  if (row === undefined) return
  await database.items.put({ ...row, ...change })
  await markStale(database, [row.scope])
}

async function dropItem(database: DeviceDatabase, id: string): Promise<void> {
  const row = await database.items.where('id').equals(id).first()
  if (row === undefined) return
  await database.items.delete(row.order)
  await markStale(database, [row.scope])
}

async function putChunks(
  database: DeviceDatabase,
  { id, scope }: SealedRow,
  chunks: readonly Uint8Array[],
): Promise<void> {
  await database.chunks.where('blob').equals(id).delete()
  await database.chunks.bulkPut(
    chunks.map((bytes, number) => ({ id: `${id} ${number}`, scope, blob: id, bytes })),
  )
}

/** Says of subjects that their sheets must be folded anew. The mark differs from every earlier one. */
export async function markStale(database: DeviceDatabase, scopes: readonly string[]): Promise<void> {
  const mark = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  await database.stale.bulkPut(scopes.map((scope) => ({ scope, mark })))
}

export function nameOfKey({ subject, compartment, version }: KeyName): string {
  return `${subject} ${compartment satisfies Compartment} ${version}`
}

function nameOfWanted(wanted: WantedWrap): string {
  return `${nameOfKey(wanted)} ${wanted.holder}`
}
