import { z } from 'zod'
import { Bytes32, Signature, UserCode, UuidText } from './identifiers.ts'

const KeyNumber = z.int().min(1)

/** An approver's signed word for a member's keys, as packages/sealing makes and checks it. */
export const MemberCard = z.strictObject({
  organisationId: UuidText,
  memberId: UuidText,
  keyNumber: KeyNumber,
  sealing: Bytes32,
  signing: Bytes32,
  code: UserCode,
  approvedBy: z.strictObject({ memberId: UuidText, keyNumber: KeyNumber }),
  signature: Signature,
})
export type MemberCard = z.output<typeof MemberCard>
