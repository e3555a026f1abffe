import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../database/index.ts'
import { type Answer, type DeviceId, type MemberActor, no, yes } from '../staff/index.ts'
import { findSession, organisationOf, type Session } from './session.ts'
import { findToken } from './session-cookie.ts'
import { isForeign, type Reach, siteOf } from './site.ts'

/** Somebody who is signed in, whatever her state and her device's: for what she may do before she may work. */
export type SessionHolder = Session & Pick<MemberActor, 'orgId'>

/** What stands before routes. Both refuse what a page of elsewhere sends. */
export type Guard = {
  /** An active member on an approved device. Everybody else is refused with the reason. */
  requireMember(request: FastifyRequest): Promise<Answer<MemberActor>>
  /** Whoever holds a session that has passed all factors. */
  requireSession(request: FastifyRequest): Promise<Answer<SessionHolder>>
  /** Whoever has given the right passphrase, and still owes the second factor. */
  requireHalfSession(request: FastifyRequest): Promise<Answer<SessionHolder>>
  /** The device of a session that was lately found good, from memory: enough to count its requests, never to let it in. */
  findDevice(request: FastifyRequest): DeviceId | undefined
}

const mostRemembered = 10_000

/** Makes the guard of a server. A request is judged by what the store says at its moment, never by what a cookie says. */
export function createGuard(database: Database, reach: Reach): Guard {
  const devices = new Map<string, DeviceId>()
  const holderOf = async (
    request: FastifyRequest,
    stage: Session['stage'],
  ): Promise<Answer<SessionHolder>> => {
    if (isForeign(request, siteOf(request, reach))) return no('foreign-page')
    const token = findToken(request, reach)
    const orgId = token === undefined ? undefined : organisationOf(token)
    if (token === undefined || orgId === undefined) return no('not-signed-in')
    const session = await database.withTransaction({ orgId }, (tx) => findSession(tx, new Date(), token))
    if (session?.stage !== stage || session.memberState === 'suspended') {
      devices.delete(tokenHash(token))
      return no('not-signed-in')
    }
    remember(devices, tokenHash(token), session.deviceId)
    return yes({ ...session, orgId })
  }
  return {
    findDevice(request) {
      const token = findToken(request, reach)
      return token === undefined ? undefined : devices.get(tokenHash(token))
    },
    requireSession: (request) => holderOf(request, 'signed-in'),
    requireHalfSession: (request) => holderOf(request, 'second-factor'),
    async requireMember(request) {
      const held = await holderOf(request, 'signed-in')
      return held.ok ? asMember(held.value) : held
    },
  }
}

/** The one asked longest ago is forgotten when there are too many. */
function remember(devices: Map<string, DeviceId>, token: string, device: DeviceId): void {
  devices.delete(token)
  devices.set(token, device)
  const [oldest] = devices.keys()
  if (devices.size > mostRemembered && oldest !== undefined) devices.delete(oldest)
}

function tokenHash(token: string): string {
  return hash('sha256', token)
}

/** The holder of a session as a member at work; refused while her keys or her device wait for approval. */
export function asMember(holder: SessionHolder): Answer<MemberActor> {
  if (holder.memberState !== 'active') return no('waits-for-approval')
  if (holder.deviceState !== 'approved') return no('device-waits')
  const { orgId, memberId, code, roles, deviceId, id } = holder
  return yes({ orgId, memberId, code, roles, deviceId, sessionId: id })
}
