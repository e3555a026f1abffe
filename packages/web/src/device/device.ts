import type { SlotRole, VaultSecrets, WebKey } from '@sathi/sealing'
import type { Office } from '@sathi/sync'
import { eraseDevice } from './erase-device.ts'
import { openTabs } from './lock/tabs.ts'
import { type LockTimes, watchIdle } from './lock/watch-idle.ts'
import type { OpenDevice } from './open-device.ts'
import type { HeldBack } from './session/lease.ts'
import type { RoundAnswer } from './session/rounds.ts'
import { forgetOpened, type Profile, type Session } from './session/session.ts'
import type { WhileLocked } from './session/while-locked.ts'
import { askForPersistence } from './storage/storage-standing.ts'
import { openVaultDesk, type VaultDesk } from './vault/ask-vault.ts'
import { findOpenNote, keepOpenNote } from './vault/open-notes.ts'
import { isVaultThere } from './vault/vault-file.ts'
import type { NotUnlocked } from './vault/vault-tasks.ts'

export type DevicePorts = {
  readonly office: Office
  readonly appVersion: string
  readonly times: LockTimes
  /** Whether rounds with the office happen by themselves while the device is open. */
  readonly rounds: 'by-themselves' | 'when-asked'
}

/** `new`: nobody is enrolled here. `wiped`: the same, and the office still has to hear that it was wiped. */
export type DeviceStanding = 'new' | 'locked' | 'open' | 'wiped'

export type UnlockAnswer =
  | { readonly state: 'open'; readonly device: OpenDevice }
  /** The vault is open, and nothing in it is shown before the office has been asked. `ask` asks it. */
  | { readonly state: 'held-back'; readonly why: HeldBack; readonly ask: () => Promise<AskedAnswer> }
  | NotUnlocked

export type AskedAnswer =
  | { readonly state: 'open'; readonly device: OpenDevice }
  | { readonly state: 'held-back'; readonly why: HeldBack; readonly round: RoundAnswer }
  | { readonly state: 'wiped' }

export type EnrolAnswer =
  | { readonly state: 'open'; readonly device: OpenDevice }
  | { readonly state: 'same_secret' }

/** Why a device locked. */
export type LockedBy = 'asked' | 'other-tab' | 'nobody-there' | 'wiped' | 'erased'

export type Device = ReturnType<typeof createDevice>

/**
 * What an open device needs, database and rules of the work among it. It is three times what locking and unlocking need, and
 * loads while the passphrase is typed.
 */
async function loadParts() {
  const [session, opened, rounds, lease, keys, invented] = await Promise.all([
    import('./session/begin-session.ts'),
    import('./open-device.ts'),
    import('./session/rounds.ts'),
    import('./session/lease.ts'),
    import('./vault/open-keys.ts'),
    import('./session/invent-profile.ts'),
  ])
  return { ...session, ...opened, ...rounds, ...lease, ...keys, ...invented }
}

type Parts = Awaited<ReturnType<typeof loadParts>>

/** This device, as a page has it. Nothing decrypted is anywhere else than in the session that locking drops. */
export function createDevice({ office, appVersion, times, rounds }: DevicePorts) {
  const tabs = openTabs()
  const lockedListeners = new Set<(by: LockedBy) => void>()
  const changeListeners = new Set<() => void>()
  let session: Session | undefined
  let desk: VaultDesk | undefined
  let stop: (() => void)[] = []

  const changed = () => {
    for (const listener of changeListeners) listener()
  }
  tabs.hear('lock', () => end('other-tab'))
  tabs.hear('changed', changed)

  function end(by: LockedBy): void {
    if (session === undefined) return
    const ended = session
    session = undefined
    ended.records.database.close()
    ended.copy.end()
    forgetOpened(ended.opened)
    for (const one of stop) one()
    stop = []
    desk?.end()
    desk = undefined
    for (const listener of lockedListeners) listener(by)
  }

  function lock(by: LockedBy): void {
    tabs.say('lock')
    end(by)
  }

  async function begin(
    { beginSession, openKeys }: Parts,
    dataKey: WebKey,
    secret: string,
    by: SlotRole,
    firstProfile: () => Promise<Profile>,
  ): Promise<Session> {
    const used = takeDesk()
    const opened = await beginSession(dataKey, {
      firstProfile,
      onChange() {
        tabs.say('changed')
        changed()
      },
      wipe: () => erase('wiped'),
      async openKeys(profile) {
        try {
          return by === 'passphrase' ? await openKeys(used, secret, profile) : { usable: undefined }
        } finally {
          used.end()
        }
      },
    })
    session = opened
    stop.push(watchIdle(times, tabs, () => lock('nobody-there')))
    return opened
  }

  /** The worker is begun before the passphrase is typed, and ended when her keys are open. */
  function takeDesk(): VaultDesk {
    const taken = desk ?? openVaultDesk()
    desk = undefined
    return taken
  }

  function show({ keepInStep, openDevice, runOneRound }: Parts, opened: Session): OpenDevice {
    const round = () => runOneRound(opened, office, appVersion)
    if (rounds === 'by-themselves') stop.push(keepInStep(opened, round))
    return openDevice(() => session, office, appVersion)
  }

  async function erase(why: 'erased' | 'wiped'): Promise<void> {
    lock(why)
    await eraseDevice(why)
  }

  return {
    async standing(): Promise<DeviceStanding> {
      if (session !== undefined) return 'open'
      if (await isVaultThere()) return 'locked'
      return (await findOpenNote())?.state === 'wiped' ? 'wiped' : 'new'
    },

    /** Makes ready what unlocking needs, while the passphrase is being typed. */
    makeReady(): void {
      takeReady()
      // What does not load now is asked for again when it is needed.
      loadParts().catch(() => undefined)
    },

    /** Begins a vault on this device for a member whose keys the office knows. What lay here before is erased. */
    async enrol(secrets: VaultSecrets, profile: Profile): Promise<EnrolAnswer> {
      const parts = await loadParts()
      lock('asked')
      await eraseDevice('erased')
      const made = await takeReady().ask('create', secrets)
      if (made.state === 'same_secret') return made
      await askForPersistence()
      await keepOpenNote({ device: profile.device, state: 'in-use' })
      const opened = await begin(parts, made.dataKey, secrets.passphrase, 'passphrase', async () => profile)
      return { state: 'open', device: show(parts, opened) }
    },

    async unlock(secret: string): Promise<UnlockAnswer> {
      if (session !== undefined) end('asked')
      // First, so that nothing can fail between an attempt and what must follow it.
      const parts = await loadParts()
      const answer = await takeReady().ask('unlock', secret, Date.now())
      if (answer.state === 'erased') await erase('erased')
      if (answer.state !== 'open' && answer.state !== 'duress') return answer
      // What other tabs hold open is of a vault that is gone, or theirs to open again.
      if (answer.state === 'duress') tabs.say('lock')
      const opened = await begin(parts, answer.dataKey, secret, answer.by, parts.inventProfile)
      const why = await parts.findHeldBack(opened)
      await parts.keepTime(opened)
      if (why === undefined) return { state: 'open', device: show(parts, opened) }
      return { state: 'held-back', why, ask: () => askOffice(parts, opened) }
    },

    /** Drops everything decrypted, in every tab. */
    lock: (): void => lock('asked'),
    /** Erases everything here, without asking anybody: unsynced work too. */
    erase: (): Promise<void> => erase('erased'),

    /** Greets the office while nobody has unlocked: a wipe is done, a wipe that was done is told. */
    async greetWhileLocked(): Promise<WhileLocked> {
      const { whileLocked } = await import('./session/while-locked.ts')
      return whileLocked(office, appVersion, () => erase('wiped'))
    },

    onLocked(listener: (by: LockedBy) => void): () => void {
      lockedListeners.add(listener)
      return () => lockedListeners.delete(listener)
    },
    /** Something came or went, here or in another tab. */
    onChange(listener: () => void): () => void {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    /** For a page that goes for good. */
    close(): void {
      end('asked')
      tabs.close()
      desk?.end()
    },
  }

  function takeReady(): VaultDesk {
    desk ??= openVaultDesk()
    return desk
  }

  async function askOffice(parts: Parts, opened: Session): Promise<AskedAnswer> {
    const round = await parts.runOneRound(opened, office, appVersion)
    if (round.state === 'wiped') return { state: 'wiped' }
    const why = await parts.findHeldBack(opened)
    return why === undefined
      ? { state: 'open', device: show(parts, opened) }
      : { state: 'held-back', why, round }
  }
}
