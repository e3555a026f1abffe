export { chooseCode, giveUp, sendAgain, writeAgain } from './answer-refused.ts'
export type { DevicePorts } from './device-ports.ts'
export type {
  AsideEntry,
  DeviceState,
  DeviceStore,
  DeviceWrite,
  HeldEntry,
  HeldKey,
  KeptRead,
  WantedWrap,
} from './device-store.ts'
export { fetchBlob } from './fetch-blob.ts'
export { isUnreachable, type Office, type Unreachable } from './office.ts'
export type { ItemStanding, ItemState, NewItem, OwnItem } from './own-item.ts'
export { findConflicts, readJournal } from './read-journal.ts'
export { type Progress, type RefusedItem, readProgress } from './read-progress.ts'
export { type RoundEnd, runRound } from './run-round.ts'
export { type NewBlob, noteRead, saveEntry } from './save-entry.ts'
export type { FeedSeen } from './say-hello.ts'
export { type WayForward, wayForward } from './way-forward.ts'
