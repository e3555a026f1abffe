import type { Compartment, Entry, Instant, MemberId, SubjectId } from '@sathi/domain'
import { type Access, type Duty, mayDo, rolesAt, roleTable } from '@sathi/domain/staff'
import { recoveryHolder } from '@sathi/sealing'
import type { Transaction } from '../database/index.ts'
import type { OpenedParts } from '../line-list/index.ts'
import { getRecoveryKey } from '../sign-in/index.ts'
import { listAccess, listCards } from '../staff/index.ts'
import { type CaseKeys, type Holder, openCaseKeys } from './case-keys.ts'
import type { MemberAtHand } from './member-at-hand.ts'
import { openParts } from './open-parts.ts'
import { type Rights, rightsOf } from './rights.ts'
import { findTrustedMembers } from './trusted-members.ts'

/** A member at work in one transaction, with what she may at its beginning. */
export type AtWork = {
  readonly member: MemberAtHand
  readonly at: Instant
  readonly rights: Rights
  readonly keys: CaseKeys
  /** Everybody who has keys, and the recovery key. */
  readonly everybody: readonly Holder[]
  mayDo(duty: Duty): boolean
  /** Whether one of her roles opens a compartment. */
  opensSome(compartment: Compartment): boolean
  open(entries: readonly Entry[]): Promise<ReadonlyMap<Entry['id'], OpenedParts>>
}

/** Undefined when her keys are not those that a chain of approvals vouches for. */
export async function goToWork(tx: Transaction, member: MemberAtHand): Promise<AtWork | undefined> {
  const trusted = await findTrustedMembers(await listCards(tx), member)
  if (trusted === undefined) return undefined
  const everyone = await listAccess(tx)
  const access = everyone.find((one): one is Access => one.member === member.id)
  if (access === undefined) return undefined
  const at = new Date().toISOString() as Instant
  const rights = rightsOf(everyone, member.id, at)
  const recovery = await getRecoveryKey(tx)
  const sealingKeys = new Map<MemberId, string>()
  const newest = [...trusted.values()].toSorted((one, other) => one.keyNumber - other.keyNumber)
  for (const { memberId, sealing } of newest) sealingKeys.set(memberId as MemberId, sealing)
  const recoveryKey: Holder = { holder: recoveryHolder, publicKey: recovery.publicKey }
  const holdersOf = (subject: SubjectId, compartment: Compartment): readonly Holder[] => [
    ...rights.holders(subject, compartment).flatMap((holder) => {
      const publicKey = sealingKeys.get(holder)
      return publicKey === undefined ? [] : [{ holder, publicKey }]
    }),
    recoveryKey,
  ]
  const keys = openCaseKeys(tx, member, trusted, holdersOf)
  return {
    member,
    at,
    rights,
    keys,
    everybody: [...[...sealingKeys].map(([holder, publicKey]) => ({ holder, publicKey })), recoveryKey],
    mayDo: (duty) => mayDo(access, duty, at),
    opensSome: (compartment) =>
      rolesAt(access, at).some((role) => roleTable[role].opens.includes(compartment)),
    open: (entries) => openParts(keys, member, rights.mayOpen, entries),
  }
}
