import type { Compartment, EntryId, SubjectId } from '@sathi/domain'
import type { Access } from '@sathi/domain/staff'
import type { Bytes, SlotChange } from '@sathi/sealing'
import type { Office } from '@sathi/sync'
import { chooseCode, giveUp, readProgress, sendAgain } from '@sathi/sync/device'
import { attachFile, type FilePlace } from './files/attach-file.ts'
import type { FileInField } from './files/file-keys.ts'
import { readFile } from './files/read-file.ts'
import { readCompartment } from './reading/read-compartment.ts'
import { readSubject } from './reading/read-subject.ts'
import { findSheet, listSheets } from './reading/sheets.ts'
import { keepAccess } from './session/keep-access.ts'
import { type NewPassphrase, prepareNewPassphrase, takeNewPassphrase } from './session/new-passphrase.ts'
import { type RoundAnswer, runOneRound } from './session/rounds.ts'
import { DeviceLocked, type Profile, type Session } from './session/session.ts'
import { askVault } from './vault/ask-vault.ts'
import type { DraftToSave } from './writing/draft-to-save.ts'
import { dropDraft, findDraft, keepDraft, listDrafts } from './writing/kept-drafts.ts'
import { newId } from './writing/new-id.ts'
import { type SavingWith, saveDraft } from './writing/save-draft.ts'

/** What an open device can do. After locking all of it throws `DeviceLocked`, also what was under way. */
export type OpenDevice = ReturnType<typeof openDevice>

/** `find` gives the session while the device is open. */
export function openDevice(find: () => Session | undefined, office: Office, appVersion: string) {
  const begun = (): Session => {
    const session = find()
    if (session === undefined || session.isEnded()) throw new DeviceLocked()
    return session
  }
  // A database that is closed under a question says so in its own way: what happened is that the device was locked.
  const within = async <Value>(work: (session: Session) => Promise<Value>): Promise<Value> => {
    const session = begun()
    try {
      const value = await work(session)
      if (session.isEnded()) throw new DeviceLocked()
      return value
    } catch (fault) {
      throw session.isEnded() ? new DeviceLocked() : fault
    }
  }
  return {
    /** Who works here. */
    profile(): Omit<Profile, 'kept' | 'next'> {
      const { kept: _, next: __, ...profile } = begun().profile
      return profile
    },
    /** How many entries were put back at unlocking because the browser had lost its database; it is then fetched anew. */
    putBackEntries: (): number => begun().putBackEntries,
    /** An id for something new: a subject, an entry. */
    newId: (): string => newId(Date.now()),

    /** Every sheet that this member holds: the caseload and all that is not a case. */
    listSheets: () => within(listSheets),
    findSheet: (subject: SubjectId) => within((session) => findSheet(session, subject)),
    /** A subject's journal, in no order. */
    readSubject: (subject: SubjectId) => within((session) => readSubject(session, subject)),
    /** Opens a compartment of a case and notes that it was opened. */
    readCompartment: (subject: SubjectId, compartment: Compartment) =>
      within((session) => readCompartment(session, subject, compartment)),

    /** Resolves with "saved" when the entry is durable. */
    save: (draft: DraftToSave, saving?: SavingWith) => within((session) => saveDraft(session, draft, saving)),
    attach: (content: Bytes, mediaType: string, place: FilePlace) =>
      within((session) => attachFile(session, content, mediaType, place)),
    readFile: (file: FileInField) => within((session) => readFile(session, office, appVersion, file)),

    keepDraft: (name: string, draft: unknown, subject?: SubjectId) =>
      within((session) => keepDraft(session, name, draft, subject)),
    findDraft: (name: string) => within((session) => findDraft(session, name)),
    listDrafts: () => within(listDrafts),
    dropDraft: (name: string) => within((session) => dropDraft(session, name)),

    /** What is saved here and what has reached the office; refused entries with a way forward. */
    readProgress: () => within(({ store }) => readProgress(store)),
    sendAgain: (id: EntryId) => within(({ store }) => sendAgain(store, id)),
    chooseCode: (subject: SubjectId, code: string) => within(({ store }) => chooseCode(store, subject, code)),
    giveUp: (id: EntryId) => within(({ store }) => giveUp(store, id)),

    /** One round with the office, now. The one that erases this device is told all the same. */
    sync: (): Promise<RoundAnswer> => runOneRound(begun(), office, appVersion),
    /** How the office stands to this device: clock offset in milliseconds, lease, whether the app is too old to fetch. */
    readState: () => within(({ store }) => store.readState()),
    /** Keeps what the office last said of this member's roles and cases; sheets are folded by it anew. */
    keepAccess: (access: Access) => within((session) => keepAccess(session, access)),

    /** Whether she can sign, read sealed parts and sign in: her keys are open. */
    hasKeys: () => within(async ({ keys }) => (await keys) !== undefined),
    /** What stands for her passphrase at sign-in. */
    signInSecret: () => within(async ({ keys }) => (await keys)?.signInSecret),
    prepareNewPassphrase: (present: string, next: string) =>
      within((session) => prepareNewPassphrase(session, present, next)),
    takeNewPassphrase: (present: string, next: string, prepared: NewPassphrase) =>
      within((session) => takeNewPassphrase(session, present, next, prepared)),
    /** Gives the recovery or duress slot another secret, or none. */
    changeSlot: (passphrase: string, change: Exclude<SlotChange, { role: 'passphrase' }>) =>
      within(async () => (await askVault('change', passphrase, change, Date.now())).state),
  }
}
