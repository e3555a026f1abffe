import type { Actor, Database } from '../database/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { type MemberAtHand, unlockMember } from '../sealer/index.ts'
import { listMembers } from '../staff/index.ts'
import { readPassphrase } from './read-passphrase.ts'
import type { Whom } from './whom.ts'

/**
 * The member for whom a command is run, with her keys opened. Nobody where there are no members yet: then this computer's
 * operator may do with coded facts what he could do anyway.
 */
export async function findWhom(
  database: Database,
  actor: Actor | undefined,
  whom: Whom,
): Promise<Outcome<MemberAtHand | undefined>> {
  const members = actor === undefined ? [] : await database.withSnapshot(actor, listMembers)
  if (whom === undefined) return members.length === 0 ? done(undefined) : asNeeded
  if (actor === undefined || members.length === 0) return noMembers
  const passphrase = await readPassphrase(whom)
  if (!passphrase.ok) return passphrase
  // By her code, or by her name as it was given at set-up.
  const named = members.filter(({ displayName }) => displayName === whom.member)
  const code = named.length === 1 ? (named[0]?.code ?? whom.member) : whom.member
  return unlockMember(database, actor, { code, passphrase: passphrase.value })
}

const asNeeded = refuse(
  'as-needed',
  'There are members here, so it must be said for whom this is. Nothing was done.',
  'Add --as MEMBER; the passphrase is asked for.',
)

const noMembers = refuse(
  'no-members',
  'There are no members here yet. Nothing was done.',
  'Make the first one with setup, or leave --as out: coded columns are taken in without.',
)
