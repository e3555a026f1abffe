import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionToken } from './session.ts'
import { isSecure, type Reach } from './site.ts'

// Browsers take a cookie of this beginning only over TLS, from this host itself, and for all of it.
const secureName = '__Host-session'
const plainName = 'session'

/** The token that a request brings; undefined when it brings none, or more than one. */
export function findToken(request: FastifyRequest, reach: Reach): string | undefined {
  const name = isSecure(reach) ? secureName : plainName
  const header = request.headers.cookie ?? ''
  const times = header.split(';').filter((part) => part.trim().startsWith(`${name}=`)).length
  return times === 1 ? parseCookie(header)[name] : undefined
}

/** Gives the browser a token, out of reach of scripts and of other sites; it goes when the browser is closed. */
export function giveToken(reply: FastifyReply, reach: Reach, token: SessionToken): void {
  reply.header('set-cookie', cookie(reach, token, {}))
}

export function takeTokenBack(reply: FastifyReply, reach: Reach): void {
  reply.header('set-cookie', cookie(reach, '', { maxAge: 0 }))
}

function cookie(reach: Reach, value: string, life: { readonly maxAge?: number }): string {
  const secure = isSecure(reach)
  return stringifySetCookie({
    name: secure ? secureName : plainName,
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    ...life,
  })
}
