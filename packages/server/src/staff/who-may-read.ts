import { compartments, type Instant, type MemberId, type SubjectId, type SubjectRef } from '@sathi/domain'
import { kinds } from '@sathi/domain/catalogue'
import { type Holder, holdersOf, mayDo, mayRead, type Sight, whatWouldSee } from '@sathi/domain/staff'
import type { Transaction } from '../database/index.ts'
import { findAccess, listAccess } from './access-of.ts'
import { type Answer, no, yes } from './answer.ts'
import { isCase } from './case-access.ts'
import { actNow } from './hold-staff.ts'
import type { MemberActor } from './member-actor.ts'

/** What one member may of a case, at the moment of asking. */
export type CaseReader = {
  readonly member: MemberId
  /** Kinds of entries whose open part she reads. */
  readonly reads: readonly string[]
  /** By compartment: whether its key is in her hand, or kept for her until she breaks the glass. */
  readonly holds: Readonly<Record<string, Holder['held']>>
}

/** Everybody who may read anything of a case, for those who see to access. */
export async function whoMayRead(
  tx: Transaction,
  asked: MemberActor,
  subject: SubjectId,
): Promise<Answer<readonly CaseReader[]>> {
  const acting = await actNow(tx, asked)
  if (!acting.ok) return acting
  const { access, at } = acting.value
  if (!mayDo(access, 'see_access', at)) return no('not-yours-to-do')
  if (!(await isCase(tx, subject))) return no('not-there')
  return yes(await readersOf(tx, subject, at))
}

/** What a member would see and might do, by the rules that send, open and judge. She herself may always ask. */
export async function whatWouldMemberSee(
  tx: Transaction,
  asked: MemberActor,
  member: MemberId,
): Promise<Answer<Sight>> {
  const acting = await actNow(tx, asked)
  if (!acting.ok) return acting
  const { access, at } = acting.value
  if (member !== asked.memberId && !mayDo(access, 'see_access', at)) return no('not-yours-to-do')
  const hers = await findAccess(tx, member)
  return hers === undefined ? no('not-there') : yes(whatWouldSee(hers, at))
}

async function readersOf(tx: Transaction, subject: SubjectId, at: Instant): Promise<CaseReader[]> {
  const everyone = await listAccess(tx, subject)
  const ref: SubjectRef = { type: 'case', id: subject }
  const held = compartments.flatMap((compartment) =>
    holdersOf(everyone, subject, compartment, at).map((holder) => ({ ...holder, compartment })),
  )
  const readers = everyone.map((access): CaseReader => {
    const own = held.filter(({ member }) => member === access.member)
    return {
      member: access.member,
      reads: Object.keys(kinds).filter((kind) => mayRead(access, kind, ref, at)),
      holds: Object.fromEntries(own.map(({ compartment, held: how }) => [compartment, how])),
    }
  })
  return readers.filter(({ reads, holds }) => reads.length > 0 || Object.keys(holds).length > 0)
}
