import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/index.ts'
import { caseAccessRoutes } from './case-access-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { memberRoutes } from './member-routes.ts'
import type { RequireMember } from './serve-member.ts'

/** Everything that members ask about people, devices and access. */
export function staffRoutes(app: FastifyInstance, database: Database, requireMember: RequireMember): void {
  memberRoutes(app, database, requireMember)
  deviceRoutes(app, database, requireMember)
  caseAccessRoutes(app, database, requireMember)
}
