export { type AccessEvent, type AccessNote, type AssignmentCard, tellDevices } from './access-event.ts'
export { findAccess, listAccess } from './access-of.ts'
export { type Answer, no, yes } from './answer.ts'
export { approveMember } from './approve-member.ts'
export { assignCase, assignOpenedCase, endAssignment, type NewAssignment } from './assign-case.ts'
export { type AssignedCase, listAssignments } from './assignment.ts'
export {
  type BreakGlassReason,
  listBreakGlass,
  type OpenedCase,
  type SealedWords,
} from './break-glass.ts'
export { approveDevice, askForWipe, lockDevice, noteDeviceWiped } from './change-device.ts'
export {
  type Device,
  type DeviceState,
  findDevice,
  insertDevice,
  listDevices,
  noteDeviceSeen,
  putDeviceState,
} from './device.ts'
export { endSessions } from './end-sessions.ts'
export { giveRoles } from './give-roles.ts'
export { type Acting, actNow, holdStaff, instantOf, lockStaff } from './hold-staff.ts'
export { findInvited, type NewInvitation, takeInvitation } from './invitation.ts'
export { type Invited, inviteAgain, inviteMember } from './invite-member.ts'
export { meetDevice } from './meet-device.ts'
export {
  findMember,
  findMemberByCode,
  insertMember,
  listMembers,
  type Member,
  type MemberState,
  putMemberState,
} from './member.ts'
export type { DeviceId, MemberActor, SessionId } from './member-actor.ts'
export {
  insertKeys,
  listCards,
  listKeys,
  putMemberCard,
  rewrapAll,
  type StoredKeys,
} from './member-keys.ts'
export { endBreakGlass, type NewBreakGlass, noteBreakGlassSeen, openBreakGlass } from './open-break-glass.ts'
export { listCharged, putRoles } from './roles-of.ts'
export { sendNo } from './send-no.ts'
export { type RequireMember, serveMember } from './serve-member.ts'
export { settleElapsedAccess } from './settle-elapsed-access.ts'
export { staffRoutes } from './staff-routes.ts'
export { restoreMember, type SuspensionReason, suspendMember } from './suspend-member.ts'
export { shown } from './views.ts'
export { type CaseReader, whatWouldMemberSee, whoMayRead } from './who-may-read.ts'
