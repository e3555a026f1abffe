import {
  approveMemberRoute,
  auditRoute,
  cardsRoute,
  giveRolesRoute,
  inviteAgainRoute,
  inviteRoute,
  keysToApproveRoute,
  membersRoute,
  restoreRoute,
  sightRoute,
  suspendRoute,
} from '@sathi/contract/staff'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/index.ts'
import { yes } from './answer.ts'
import { approveMember } from './approve-member.ts'
import { giveRoles } from './give-roles.ts'
import { instantOf } from './hold-staff.ts'
import { inviteAgain, inviteMember } from './invite-member.ts'
import { getKeysToApprove } from './keys-to-approve.ts'
import { listMembers } from './member.ts'
import { listCards } from './member-keys.ts'
import { readAudit } from './read-audit.ts'
import { type RequireMember, serveMember } from './serve-member.ts'
import { restoreMember, suspendMember } from './suspend-member.ts'
import { shown, viewMember } from './views.ts'
import { whatWouldMemberSee } from './who-may-read.ts'

/** People: who is here, invitations, cards, roles, suspension, and what was done with all of it. */
export function memberRoutes(app: FastifyInstance, database: Database, requireMember: RequireMember): void {
  const by = { database, requireMember }

  serveMember(app, by, membersRoute, async (tx) => {
    return yes({ members: (await listMembers(tx)).map(viewMember) })
  })

  serveMember(app, by, cardsRoute, async (tx) => yes({ cards: await listCards(tx) }))

  serveMember(app, by, inviteRoute, async (tx, actor, { body }) => {
    return shown(await inviteMember(tx, actor, body), viewMember)
  })

  serveMember(app, by, inviteAgainRoute, async (tx, actor, { params, body }) => {
    return shown(await inviteAgain(tx, actor, params.id, body), viewMember)
  })

  serveMember(app, by, keysToApproveRoute, (tx, actor, { params }) => getKeysToApprove(tx, actor, params.id))

  serveMember(app, by, approveMemberRoute, async (tx, actor, { params, body }) => {
    return shown(await approveMember(tx, actor, params.id, body), viewMember)
  })

  serveMember(app, by, giveRolesRoute, async (tx, actor, { params, body }) => {
    return shown(await giveRoles(tx, actor, params.id, body.roles), viewMember)
  })

  serveMember(app, by, suspendRoute, async (tx, actor, { params, body }) => {
    return shown(await suspendMember(tx, actor, params.id, body.reason), viewMember)
  })

  serveMember(app, by, restoreRoute, async (tx, actor, { params }) => {
    return shown(await restoreMember(tx, actor, params.id), viewMember)
  })

  serveMember(app, by, sightRoute, async (tx, actor, { params }) => {
    return shown(await whatWouldMemberSee(tx, actor, params.id), (sight) => ({ sight }))
  })

  serveMember(app, by, auditRoute, async (tx, actor, { query }) => {
    return shown(await readAudit(tx, actor, query), ({ entries, before }) => ({
      entries: entries.map(({ at, ...entry }) => ({ ...entry, at: instantOf(at) })),
      before,
    }))
  })
}
