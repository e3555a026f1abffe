import type { MemberId } from '@sathi/domain'

/** An organisation's id: a UUID. It leads every key of every table. */
export type OrgId = string & { readonly orgId: unique symbol }

/** Of what there is: names of kinds of entries, of parts of sheets, of compartments, of types of subjects. */
export type SightLists = {
  readonly kinds: readonly string[]
  readonly parts: readonly string[]
  readonly opens: readonly string[]
  readonly types: readonly string[]
}

/**
 * What one member sees: everywhere, in cases that are assigned to her, in cases that she has opened in need, and in cases that
 * are hers in one role. Which cases these are the store knows itself.
 */
export type MemberSight = {
  readonly id: MemberId
  readonly everywhere: SightLists
  readonly cases: SightLists
  readonly glass: SightLists
  readonly roles: Readonly<Record<string, SightLists>>
}

/**
 * For whom a transaction runs. Row-level security shows it the rows of this organisation and no others; for a member it
 * shows of them what she may see, and lets nothing be written.
 */
export type Actor = { readonly orgId: OrgId; readonly member?: MemberSight }
