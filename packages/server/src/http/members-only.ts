import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendRefusal } from '../contract/index.ts'
import { isInterface } from './is-interface.ts'
import type { Reach } from './reach.ts'

/** Whether somebody is signed in who may ask the interface at all; what she may read there, each route judges. */
export type IsMember = (request: FastifyRequest) => Promise<boolean>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a sign-in also on a network: signing in itself, taking an invitation. */
    openToAll?: true
  }
}

const notSignedIn: Refusal = {
  kind: 'not-signed-in',
  message: 'You are not signed in, or no more.',
  remedy: 'Sign in again.',
}

/**
 * On a network every route of the interface is for members, unless it says that it is open to all: a route that forgets to
 * ask who is there is shut, not open. On this computer alone, whoever sits there is believed.
 */
export function admitMembersOnly(app: FastifyInstance, reach: Reach, isMember: IsMember): void {
  if (reach.kind === 'this-computer') return
  // After the limit of requests, since it asks the database; before a byte of the body is read.
  app.addHook('preParsing', async (request, reply) => {
    const { url, config } = request.routeOptions
    if (!isInterface(url) || config.openToAll === true || (await isMember(request))) return
    await sendRefusal(reply, 401, notSignedIn)
  })
}
