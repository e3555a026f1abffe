import type { Instant } from '@sathi/domain'
import type { WebKey } from '@sathi/sealing'
import type { DeviceStore } from '@sathi/sync'
import { deleteDatabase } from '../records/delete-database.ts'
import { type DeviceDatabase, openDatabase } from '../records/device-database.ts'
import { type DeviceRecords, findRecord, keepRecord } from '../records/device-records.ts'
import { dexieStore } from '../records/dexie-store.ts'
import { openRecords } from '../records/sealed-records.ts'
import { putBack, readCopiedWork } from '../safe-copy/put-back.ts'
import { openSafeCopy, type SafeCopy } from '../safe-copy/safe-copy.ts'
import { clearFolder } from '../vault/device-files.ts'
import { openNoteName } from '../vault/open-notes.ts'
import type { UsableKeys, WrappedKeys } from '../vault/vault-tasks.ts'
import { nothingOpened, type Profile, type Session } from './session.ts'

/** What a session needs of the page it lives in. */
export type SessionPorts = {
  readonly onChange: () => void
  readonly wipe: () => Promise<void>
  /** Opens her private keys, or makes them where there are none; what it needs for that, it holds. */
  readonly openKeys: (
    profile: Profile,
  ) => Promise<{ readonly usable: UsableKeys | undefined; readonly kept?: WrappedKeys }>
  /** Who works here, when the records do not say: the vault is new. */
  readonly firstProfile: () => Promise<Profile>
}

/**
 * Opens the records of a vault. What was sealed under a key that is gone (a duress passphrase was typed, or a device was
 * begun anew) is cleared away, and begun again empty.
 */
export async function beginSession(dataKey: WebKey, ports: SessionPorts): Promise<Session> {
  let database = openDatabase()
  let sealed = await openRecords(database, dataKey)
  if (sealed === 'foreign') {
    database = await beginAgain(database)
    sealed = await openRecords(database, dataKey)
  }
  if (sealed === 'foreign') throw new Error('a new database is of no other vault')
  const records = { database, sealed }
  const copy = openSafeCopy()
  const opened = nothingOpened()
  const store = dexieStore(records, {
    wipe: ports.wipe,
    copy: (items) => copy.keepItems(records, items),
    async onChange(writes) {
      if (writes.some(({ write }) => write === 'card' || write === 'purge-all')) {
        opened.cards.clear()
        opened.trusted = undefined
      }
      if (writes.some(({ write }) => write === 'purge' || write === 'purge-all' || write === 'drop-key')) {
        opened.compartmentKeys.clear()
      }
      ports.onChange()
      if (writes.some(({ write }) => write === 'drop-item')) await copy.tidy(records)
    },
  })
  const { profile, putBackEntries } = await findProfile(records, store, copy, ports)
  const session: Session = {
    profile,
    records,
    store,
    copy,
    putBackEntries,
    keys: ports.openKeys(profile).then(async ({ usable, kept: newlyKept }) => {
      if (newlyKept !== undefined && !session.isEnded()) await settleKept(session, newlyKept)
      return usable
    }),
    opened,
    now: () => new Date(Date.now()).toISOString() as Instant,
    isOnline: () => navigator.onLine,
    isEnded: () => !database.isOpen(),
  }
  return session
}

/** Her keys are kept in one wrapping again, the one that this passphrase opens. */
export async function settleKept(session: Session, kept: WrappedKeys): Promise<void> {
  const { next: _, ...profile } = session.profile
  session.profile = profile
  await changeProfile(session, { kept })
}

/** Keeps what changed of who works here. */
export async function changeProfile(session: Session, change: Partial<Profile>): Promise<void> {
  const profile = { ...session.profile, ...change }
  await session.copy.keepProfile(session.records, profile)
  await keepRecord(session.records, 'profile', 'profile', profile)
  session.profile = profile
}

/**
 * Who works here. That is written last into a new database: where it is missing the database was lost, and what it held
 * alone is put back, or the vault is new.
 */
async function findProfile(
  records: DeviceRecords,
  store: DeviceStore,
  copy: SafeCopy,
  { firstProfile }: SessionPorts,
): Promise<{ readonly profile: Profile; readonly putBackEntries: number }> {
  const kept = await findRecord<Profile>(records, 'profile', 'profile')
  if (kept !== undefined) return { profile: kept, putBackEntries: 0 }
  const work = await readCopiedWork(records, await copy.read())
  if (work !== undefined) await putBack(store, work)
  const profile = work?.profile ?? (await firstProfile())
  await copy.keepProfile(records, profile)
  await keepRecord(records, 'profile', 'profile', profile)
  await copy.tidy(records)
  return { profile, putBackEntries: work?.items.length ?? 0 }
}

async function beginAgain(database: DeviceDatabase): Promise<DeviceDatabase> {
  database.close()
  await deleteDatabase()
  await clearFolder('vault', openNoteName)
  return openDatabase()
}
