import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendRefusal } from '../contract/index.ts'
import { isInterface } from './is-interface.ts'

const notThisComputer: Refusal = {
  kind: 'not-this-computer',
  message: 'This address is only answered on the computer that Sathi runs on.',
  remedy: 'Open the address that the start command printed.',
}

/**
 * Until people and keys exist, only programs and pages of this computer may ask anything: the server listens on the
 * loopback address, and here refuses what a hostile page in the same browser could send (DNS rebinding, forged posts).
 */
export function allowThisComputerOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host = '' } = request.headers
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    const foreignPage =
      (origin !== undefined && origin !== `http://${host}`) ||
      site === 'cross-site' ||
      (site === 'same-site' && request.method !== 'GET')
    if (isThisComputer(host) && !(foreignPage && !isPlainVisit(request))) {
      return
    }
    await sendRefusal(reply, 403, notThisComputer)
  })
}

/** Following a link from elsewhere only shows the page: it sends nothing, and drops no document among the downloads. */
function isPlainVisit({ method, headers, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !isInterface(routeOptions.url)
}

function isThisComputer(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(host)
}
