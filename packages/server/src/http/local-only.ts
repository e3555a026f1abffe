import type { FastifyInstance } from 'fastify'

/**
 * Until people and keys exist, only programs and pages of this computer may ask anything: the server listens on the
 * loopback address, and here refuses what a hostile page in the same browser could send (DNS rebinding, forged posts).
 */
export function allowThisComputerOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const host = hostName(request.headers.host ?? '')
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    const foreignPage =
      (origin !== undefined && origin !== `http://${request.headers.host}`) ||
      site === 'cross-site' ||
      (site === 'same-site' && request.method !== 'GET')
    if (
      isThisComputer(host) &&
      !(foreignPage && !isPlainVisit(request.method, request.headers['sec-fetch-mode']))
    ) {
      return
    }
    await reply.code(403).send({
      refusal: {
        kind: 'not-this-computer',
        message: 'This address is only answered on the computer that Sathi runs on.',
        remedy: 'Open the address that the start command printed.',
      },
    })
  })
}

/** Following a link from elsewhere only shows the page; it can send nothing. */
function isPlainVisit(method: string, mode: string | string[] | undefined): boolean {
  return method === 'GET' && mode === 'navigate'
}

function hostName(host: string): string {
  return host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : (host.split(':')[0] ?? '')
}

function isThisComputer(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
}
