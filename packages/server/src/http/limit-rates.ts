import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Reach } from './reach.ts'

/**
 * Which device a request comes from, if it is signed in; undefined for everybody else. Asked before anything else is done,
 * so from memory: it must neither ask the database nor believe what a request says of itself.
 */
export type FindDevice = (request: FastifyRequest) => string | undefined

/** Requests a minute. An office of twenty people behind one address opens the app at nine: some forty files each. */
const perMinute = { ofDevice: 3_000, ofAddress: 1_200, onThisComputer: 3_000 } as const

/**
 * Refuses whoever asks too often: per device where it is known, so that nobody is shut out by a neighbour, otherwise per
 * address (of the visitor, behind a proxy). Routes of which guessing is the danger set a lower limit of their own.
 */
export async function limitRates(app: FastifyInstance, reach: Reach, findDevice: FindDevice): Promise<void> {
  const ofStranger = reach.kind === 'this-computer' ? perMinute.onThisComputer : perMinute.ofAddress
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    keyGenerator: (request) => {
      const device = findDevice(request)
      return device === undefined ? `address ${normalizeIP(request.ip)}` : `device ${device}`
    },
    max: (_request, key) => (key.startsWith('device ') ? perMinute.ofDevice : ofStranger),
    // How much is left tells an attacker how fast to go; when to come back is said in `retry-after`.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  })
}
