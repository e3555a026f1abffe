export {
  type AskedAnswer,
  createDevice,
  type Device,
  type DevicePorts,
  type DeviceStanding,
  type EnrolAnswer,
  type LockedBy,
  type UnlockAnswer,
} from './device.ts'
export type { AttachAnswer, FilePlace } from './files/attach-file.ts'
export type { FileInField } from './files/file-keys.ts'
export type { FileAnswer } from './files/read-file.ts'
export type { LockTimes } from './lock/watch-idle.ts'
export { type OfficePorts, officeOverHttp } from './office/office-over-http.ts'
export type { OpenDevice } from './open-device.ts'
export type { CompartmentAnswer } from './reading/read-compartment.ts'
export type { JournalEntry } from './reading/read-subject.ts'
export type { Sheet } from './reading/sheets.ts'
export type { HeldBack } from './session/lease.ts'
export type { NewPassphrase } from './session/new-passphrase.ts'
export type { RoundAnswer } from './session/rounds.ts'
export { DeviceLocked, type Profile } from './session/session.ts'
export { readStorageStanding, type StorageStanding } from './storage/storage-standing.ts'
export { askVault } from './vault/ask-vault.ts'
export { TaskFault } from './vault/task-desk.ts'
export type { NewMemberKeys, UsableKeys, WrappedKeys } from './vault/vault-tasks.ts'
export type { DraftToSave, SaveAnswer, SaveRefusal } from './writing/draft-to-save.ts'
export type { KeptDraft } from './writing/kept-drafts.ts'
export { newId } from './writing/new-id.ts'
export type { SavingWith } from './writing/save-draft.ts'
