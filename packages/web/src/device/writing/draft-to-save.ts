import type { Compartment, EntryFault, EntryId, PartialDate, SubjectRef } from '@sathi/domain'

/** A good entry before it is sealed, signed and given its id and time: what a form hands over. */
export type DraftToSave = {
  readonly kind: string
  readonly version: number
  readonly subject: SubjectRef
  readonly occurredOn: PartialDate
  readonly open: Readonly<Record<string, unknown>>
  /** By compartment. In an amendment, one that is there with nothing in it says nothing from now on; an absent one stays. */
  readonly sealedFields: { readonly [Name in Compartment]?: Readonly<Record<string, unknown>> }
  readonly amends?: EntryId
  readonly retracts?: EntryId
  readonly settles?: readonly EntryId[]
}

/** Why nothing was saved. Nothing is half-written then. */
export type SaveRefusal =
  /** Somebody has made keys for this compartment, and this member holds none: a colleague's device will bring it. */
  | { readonly reason: 'no-key'; readonly compartment: Compartment }
  /** The vault was not opened with her passphrase, so nothing can be signed. */
  | { readonly reason: 'no-member-keys' }
  /** Her roles do not write this. */
  | { readonly reason: 'not-yours' }
  | { readonly reason: 'unknown-kind' }
  | { readonly reason: 'faults'; readonly faults: readonly EntryFault[] }
  /** More text than a sealed part may hold. */
  | { readonly reason: 'too-large' }
  | { readonly reason: 'disk-full' }

export type SaveAnswer =
  | { readonly state: 'saved'; readonly id: EntryId }
  | { readonly state: 'refused'; readonly refusal: SaveRefusal }
