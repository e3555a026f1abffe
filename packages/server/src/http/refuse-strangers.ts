import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendRefusal } from '../contract/index.ts'
import { isInterface } from './is-interface.ts'
import type { Reach } from './reach.ts'

const notThisComputer: Refusal = {
  kind: 'not-this-computer',
  message: 'This address is only answered on the computer that Sathi runs on.',
  remedy: 'Open the address that the start command printed.',
}

const foreignPage: Refusal = {
  kind: 'foreign-page',
  message: 'This did not come from a page of Sathi. Nothing was changed.',
  remedy: 'Open Sathi by its own address.',
}

/**
 * Answers only who names the server as it is named, from pages of its own: a name that a hostile site has pointed at this
 * computer (DNS rebinding), a form or script of another site, and whoever goes round the proxy are refused.
 */
export function refuseStrangers(app: FastifyInstance, reach: Reach): void {
  app.addHook('onRequest', async (request, reply) => {
    const site = findSite(request, reach)
    if (site === undefined) {
      await sendRefusal(reply, 403, reach.kind === 'this-computer' ? notThisComputer : foreignPage)
    } else if (isForeign(request, site) && !isPlainVisit(request)) {
      await sendRefusal(reply, 403, foreignPage)
    }
  })
}

/** The origin of pages that may ask, if the request names the server rightly. */
function findSite(request: FastifyRequest, reach: Reach): string | undefined {
  if (reach.kind === 'this-computer') {
    const { host = '' } = request.headers
    return isThisComputer(host) ? `http://${host}` : undefined
  }
  // Of what a proxy forwards the framework takes only the word of a declared one; to everybody else this is plain HTTP.
  if (request.protocol !== 'https') return undefined
  const { host, hostname } = new URL(reach.origin)
  const named = request.host.toLowerCase()
  return named === host || (host === hostname && named === `${host}:443`) ? reach.origin : undefined
}

function isThisComputer(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(host)
}

/**
 * Whether a page of elsewhere sent this, as browsers say. What changes something must come from a page of ours: a browser
 * that says nothing but has a cookie is refused, while a program without one brings no session that could be misused.
 */
function isForeign({ method, headers }: FastifyRequest, site: string): boolean {
  const { origin, cookie } = headers
  const from = headers['sec-fetch-site']
  if (origin !== undefined && origin !== site) return true
  if (from === 'cross-site' || from === 'same-site') return true
  if (method === 'GET' || method === 'HEAD' || origin !== undefined || from === 'same-origin') return false
  return from !== undefined || cookie !== undefined
}

/** Following a link from elsewhere only shows the page: it sends nothing, and drops no document among the downloads. */
function isPlainVisit({ method, headers, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !isInterface(routeOptions.url)
}
