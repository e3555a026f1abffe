import {
  assignmentsRoute,
  assignRoute,
  breakGlassListRoute,
  endAssignmentRoute,
  endBreakGlassRoute,
  openBreakGlassRoute,
  seeBreakGlassRoute,
  whoMayReadRoute,
} from '@sathi/contract/staff'
import { mayDo } from '@sathi/domain/staff'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/index.ts'
import { yes } from './answer.ts'
import { assignCase, endAssignment } from './assign-case.ts'
import { listAssignments } from './assignment.ts'
import { listBreakGlass } from './break-glass.ts'
import { actNow } from './hold-staff.ts'
import { endBreakGlass, noteBreakGlassSeen, openBreakGlass } from './open-break-glass.ts'
import { type RequireMember, serveMember } from './serve-member.ts'
import { shown, viewAssignment, viewOpening } from './views.ts'
import { whoMayRead } from './who-may-read.ts'

/** Whose cases are whose, cases opened in need, and who may read what. */
export function caseAccessRoutes(
  app: FastifyInstance,
  database: Database,
  requireMember: RequireMember,
): void {
  const by = { database, requireMember }

  serveMember(app, by, assignmentsRoute, async (tx, actor, { query }) => {
    const acting = await actNow(tx, actor)
    if (!acting.ok) return acting
    const { access, at } = acting.value
    const sees = mayDo(access, 'see_access', at) || mayDo(access, 'assign_cases', at)
    const member = sees ? query.member : actor.memberId
    const of = { ...(member && { member }), ...(query.subject && { subject: query.subject }) }
    return yes({ assignments: (await listAssignments(tx, of)).map(viewAssignment) })
  })

  serveMember(app, by, assignRoute, async (tx, actor, { body }) => {
    const from = body.from === null ? new Date() : new Date(body.from)
    const until = body.until === null ? null : new Date(body.until)
    return shown(await assignCase(tx, actor, { ...body, from, until }), viewAssignment)
  })

  serveMember(app, by, endAssignmentRoute, async (tx, actor, { params }) => {
    return shown(await endAssignment(tx, actor, params.id), viewAssignment)
  })

  serveMember(app, by, breakGlassListRoute, async (tx, actor) => {
    const acting = await actNow(tx, actor)
    if (!acting.ok) return acting
    const { access, at } = acting.value
    const of = mayDo(access, 'read_audit', at) ? {} : { member: actor.memberId }
    return yes({ openings: (await listBreakGlass(tx, of)).map(viewOpening) })
  })

  serveMember(app, by, openBreakGlassRoute, async (tx, actor, { body }) => {
    return shown(await openBreakGlass(tx, actor, body), viewOpening)
  })

  serveMember(app, by, endBreakGlassRoute, async (tx, actor, { params }) => {
    return shown(await endBreakGlass(tx, actor, params.id), viewOpening)
  })

  serveMember(app, by, seeBreakGlassRoute, async (tx, actor, { params }) => {
    return shown(await noteBreakGlassSeen(tx, actor, params.id), viewOpening)
  })

  serveMember(app, by, whoMayReadRoute, async (tx, actor, { params }) => {
    return shown(await whoMayRead(tx, actor, params.id), (readers) => ({ readers }))
  })
}
