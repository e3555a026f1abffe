import { quarantineRoute, setAsideRoute, takeEntryRoute } from '@sathi/contract/sync'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/index.ts'
import { type RequireMember, serveMember, yes } from '../staff/index.ts'
import { listWaiting, setAside, takeWaiting } from './settle-quarantine.ts'

/** Entries that wait for a person. */
export function quarantineRoutes(
  app: FastifyInstance,
  by: { readonly database: Database; readonly requireMember: RequireMember },
): void {
  serveMember(app, by, quarantineRoute, async (tx, actor) => {
    const waiting = await listWaiting(tx, actor)
    return waiting.ok ? yes({ waiting: waiting.value }) : waiting
  })

  serveMember(app, by, takeEntryRoute, (tx, actor, { params, body }) =>
    takeWaiting(tx, actor, params.id, body.digest),
  )

  serveMember(app, by, setAsideRoute, (tx, actor, { params, body }) => setAside(tx, actor, params.id, body))
}
