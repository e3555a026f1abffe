import type { Route } from '../route/index.ts'
import { auditRoute } from './audit-routes.ts'
import {
  assignmentsRoute,
  assignRoute,
  breakGlassListRoute,
  endAssignmentRoute,
  endBreakGlassRoute,
  openBreakGlassRoute,
  seeBreakGlassRoute,
  sightRoute,
  whoMayReadRoute,
} from './case-access-routes.ts'
import {
  allDevicesRoute,
  approveDeviceRoute,
  lockDeviceRoute,
  ownDevicesRoute,
  wipeDeviceRoute,
} from './device-routes.ts'
import {
  approveMemberRoute,
  cardsRoute,
  giveRolesRoute,
  inviteAgainRoute,
  inviteRoute,
  keysToApproveRoute,
  membersRoute,
  restoreRoute,
  suspendRoute,
} from './member-routes.ts'

/** Everything that is asked about people, devices and access. */
export const staffRoutes: readonly Route[] = [
  auditRoute,
  assignmentsRoute,
  assignRoute,
  endAssignmentRoute,
  breakGlassListRoute,
  openBreakGlassRoute,
  endBreakGlassRoute,
  seeBreakGlassRoute,
  whoMayReadRoute,
  sightRoute,
  ownDevicesRoute,
  allDevicesRoute,
  approveDeviceRoute,
  lockDeviceRoute,
  wipeDeviceRoute,
  membersRoute,
  cardsRoute,
  inviteRoute,
  inviteAgainRoute,
  keysToApproveRoute,
  approveMemberRoute,
  giveRolesRoute,
  suspendRoute,
  restoreRoute,
]
