import type { FastifyRequest } from 'fastify'

/** Where browsers find this server: what they name as their origin, and the name that passkeys are bound to. */
export type Site = { readonly origin: string; readonly host: string }

/** How the server is reached. `origin` where a proxy or a certificate says so; without it, this computer alone. */
export type Reach = { readonly origin?: string | undefined }

/** The site of a request: the declared one, or the address of this computer that the request names. */
export function siteOf(request: FastifyRequest, { origin }: Reach): Site {
  const own = origin ?? `http://${request.headers.host ?? 'localhost'}`
  return { origin: own, host: new URL(own).hostname }
}

export function isSecure({ origin }: Reach): boolean {
  return origin?.startsWith('https://') ?? false
}

/**
 * Whether a request was sent by a page of elsewhere. Browsers say where a request comes from; programs that are no browser
 * say nothing, and have no cookie of ours that they were not given.
 */
export function isForeign(request: FastifyRequest, site: Site): boolean {
  const { origin } = request.headers
  const from = request.headers['sec-fetch-site']
  if (origin !== undefined) return origin !== site.origin
  return from !== undefined && from !== 'same-origin' && from !== 'none'
}
