import {
  announceBlobRoute,
  blobRoute,
  chunkRoute,
  helloRoute,
  pullRoute,
  pushRoute,
  putChunkRoute,
  wipedRoute,
} from '@sathi/contract/sync'
import {
  type Actor,
  answerBlob,
  answerChunk,
  answerFetch,
  answerHello,
  answerPull,
  answerPush,
  answerWiped,
  largestChunk,
  largestMessage,
  type OfficePorts,
  protocol,
} from '@sathi/sync'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notThere, sendRefusal, serveRoute } from '../contract/index.ts'
import type { Database, OrgId } from '../database/index.ts'
import type { Guard } from '../sign-in/index.ts'
import { type Answer, type MemberActor, sendNo } from '../staff/index.ts'
import { sumBlobs } from './blobs.ts'
import { findCard } from './find-card.ts'
import { officeFor } from './office-for.ts'
import { quarantineRoutes } from './quarantine-routes.ts'
import { sendPacked } from './send-packed.ts'
import { findStranded, noteStrandedWiped } from './stranded-device.ts'

export type SyncParts = {
  readonly database: Database
  readonly guard: Pick<Guard, 'requireMember' | 'requireSession'>
  /** Bytes of files that an organisation may keep. */
  readonly roomForFiles?: number
}

const usualRoomForFiles = 20 * 1024 ** 3
/** A member who begins files and never finishes them takes no more than this. */
const mostUnfinished = 512 * 1024 ** 2

type Speaker = { readonly office: OfficePorts; readonly actor: Actor; readonly orgId: OrgId }
type Session = Pick<MemberActor, 'orgId' | 'memberId' | 'code' | 'deviceId'>

/** What devices and the office say to each other, and the supervisor's quarantine. */
export function syncRoutes(
  app: FastifyInstance,
  { database, guard, roomForFiles = usualRoomForFiles }: SyncParts,
): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: largestChunk },
    (_request, body, done) => done(null, body),
  )

  const speakerOf = ({ orgId, memberId, code, deviceId }: Session): Speaker => ({
    office: officeFor(database, orgId),
    actor: { member: memberId, author: code, device: deviceId as string as Actor['device'] },
    orgId,
  })

  /** Who asks, on the device that she is signed in on; the refusal is sent where it is not so. */
  const speaker = async (
    held: Answer<Session>,
    device: string,
    reply: FastifyReply,
  ): Promise<Speaker | undefined> => {
    if (!held.ok) {
      sendNo(reply, held.kind)
      return undefined
    }
    if (held.value.deviceId !== device) {
      sendNo(reply, 'not-understood')
      return undefined
    }
    return speakerOf(held.value)
  }
  const member = async (request: FastifyRequest, device: string, reply: FastifyReply) =>
    speaker(await guard.requireMember(request), device, reply)

  const toAll = { config: { openToAll: true } } as const

  serveRoute(
    app,
    helloRoute,
    async ({ body }, { request, reply }) => {
      const held = await guard.requireSession(request)
      const stranded =
        held.ok || held.kind === 'foreign-page' ? undefined : await findStranded(database, body.device)
      if (stranded !== undefined) return stranded.answer
      const who = await speaker(held, body.device, reply)
      return who === undefined ? reply : answerHello(who.office, who.actor, body)
    },
    toAll,
  )

  serveRoute(
    app,
    wipedRoute,
    async ({ body }, { request, reply }) => {
      const held = await guard.requireSession(request)
      if (!held.ok && held.kind === 'foreign-page') return sendNo(reply, held.kind)
      if (held.ok && (held.value.deviceId as string) === body.device) {
        const { office, actor } = speakerOf(held.value)
        return answerWiped(office, actor)
      }
      await noteStrandedWiped(database, body.device)
      return { state: 'noted' } as const
    },
    toAll,
  )

  serveRoute(
    app,
    pushRoute,
    async ({ body }, { request, reply }) => {
      const who = await member(request, body.device, reply)
      if (who === undefined) return reply
      return sendPacked(reply, request, await answerPush(who.office, who.actor, body))
    },
    { bodyLimit: largestMessage },
  )

  serveRoute(app, pullRoute, async ({ body }, { request, reply }) => {
    const who = await member(request, body.device, reply)
    if (who === undefined) return reply
    return sendPacked(reply, request, await answerPull(who.office, who.actor, body))
  })

  serveRoute(app, announceBlobRoute, async ({ body }, { request, reply }) => {
    const who = await member(request, body.device, reply)
    if (who === undefined) return reply
    const { bytes, unfinished } = await database.withSnapshot({ orgId: who.orgId }, (tx) =>
      sumBlobs(tx, who.actor.member, body.card.blob),
    )
    const { size } = body.card
    if (bytes + size > roomForFiles || unfinished + size > mostUnfinished) {
      return { state: 'refused', refusal: { reason: 'unknown-blob' } } as const
    }
    return answerBlob(who.office, who.actor, body)
  })

  serveRoute(
    app,
    putChunkRoute,
    async ({ params, query }, { request, reply }) => {
      const who = await member(request, query.device, reply)
      if (who === undefined) return reply
      const bytes = request.body
      if (!(bytes instanceof Uint8Array) || bytes.length === 0) return sendNo(reply, 'not-understood')
      const { id: blob, number } = params
      return answerChunk(who.office, who.actor, { protocol, device: query.device, blob, number, bytes })
    },
    { bodyLimit: largestChunk },
  )

  serveRoute(app, blobRoute, async ({ params, query }, { request, reply }) => {
    const who = await member(request, query.device, reply)
    if (who === undefined) return reply
    return (await findCard(who.office, who.actor, params.id)) ?? sendRefusal(reply, 404, notThere)
  })

  serveRoute(app, chunkRoute, async ({ params, query }, { request, reply }) => {
    const who = await member(request, query.device, reply)
    if (who === undefined) return reply
    const { id: blob, number } = params
    const fetched = await answerFetch(who.office, who.actor, {
      protocol,
      device: query.device,
      blob,
      number,
    })
    if (fetched.state === 'not-there') return sendRefusal(reply, 404, notThere)
    return reply.type('application/octet-stream').send(fetched.bytes)
  })

  quarantineRoutes(app, { database, requireMember: guard.requireMember })
}
