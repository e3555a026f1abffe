import type { EntryId } from '@sathi/domain'
import type { NewKey, PushRefusal, Submission } from '../messages/index.ts'

/** Where something written on this device stands. */
export type ItemStanding =
  /** It is durable here and waits for a connection. */
  | { readonly state: 'to-go' }
  /** The office has it. */
  | { readonly state: 'stored'; readonly position: number }
  /** The office has it, aside, for the supervisor: the case was lost meanwhile. */
  | { readonly state: 'quarantined' }
  /** The office does not take it; it stays here until the worker answers. */
  | { readonly state: 'refused'; readonly refusal: PushRefusal }
  /** It builds on something that was refused, and goes when that goes. */
  | { readonly state: 'waiting'; readonly for: EntryId }

export type ItemState = ItemStanding['state']

/** An entry written on this device, with everything that goes up with it. */
export type NewItem = {
  readonly submission: Submission
  /** Keys that were made for it and that no office has yet. */
  readonly keys: readonly NewKey[]
}

/** `order`: later written, larger. */
export type OwnItem = NewItem & { readonly order: number; readonly standing: ItemStanding }
