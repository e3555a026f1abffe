import type { Instant } from '@sathi/domain'
import type { WebKey } from '@sathi/sealing'
import { type DeviceDatabase, deleteDatabase, openDatabase } from '../records/device-database.ts'
import { findRecord, keepRecord } from '../records/device-records.ts'
import { dexieStore } from '../records/dexie-store.ts'
import { openRecords } from '../records/sealed-records.ts'
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
  const kept = await findRecord<Profile>(records, 'profile', 'profile')
  const profile = kept ?? (await ports.firstProfile())
  if (kept === undefined) await keepRecord(records, 'profile', 'profile', profile)
  const opened = nothingOpened()
  const session: Session = {
    profile,
    records,
    store: dexieStore(records, {
      wipe: ports.wipe,
      onChange(writes) {
        if (writes.some(({ write }) => write === 'card' || write === 'purge-all')) {
          opened.cards.clear()
          opened.trusted = undefined
        }
        if (writes.some(({ write }) => write === 'purge' || write === 'purge-all' || write === 'drop-key')) {
          opened.compartmentKeys.clear()
        }
        ports.onChange()
      },
    }),
    keys: ports.openKeys(profile).then(async ({ usable, kept: newlyKept }) => {
      if (newlyKept !== undefined && !session.isEnded()) await settleKept(session, newlyKept)
      return usable
    }),
    opened,
    now: () => new Date().toISOString() as Instant,
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
  await keepRecord(session.records, 'profile', 'profile', profile)
  session.profile = profile
}

async function beginAgain(database: DeviceDatabase): Promise<DeviceDatabase> {
  database.close()
  await deleteDatabase()
  await clearFolder('vault', openNoteName)
  return openDatabase()
}
