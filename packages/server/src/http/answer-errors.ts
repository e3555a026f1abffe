import type { Socket } from 'node:net'
import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findFullDisk, sendRefusal } from '../contract/index.ts'

/** Turns every error into a refusal that a screen can word; what a bug says stays out of answers and logs its name only. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.validation ? 400 : (error.statusCode ?? 500)
    if (status >= 500) {
      app.log.error({
        route: `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
        error: placeOf(error),
      })
    }
    const full = status === 500 ? findFullDisk(error) : undefined
    return full === undefined
      ? sendRefusal(reply, status, refusalFor(status))
      : sendRefusal(reply, insufficientStorage, full)
  })
}

const insufficientStorage = 507

/** Answers an address that cannot be read. It comes before any route, and the framework's own words would repeat it. */
export function answerBadAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void sendRefusal(reply, 400, refusalFor(400))
}

/** Answers what is no HTTP at all, or too slow or too long to be read, on the bare connection. */
export function answerBadRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) {
    const body = JSON.stringify({ refusal: refusalFor(400) })
    const head = [
      `HTTP/1.1 ${statusLines[error.code ?? ''] ?? '400 Bad Request'}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
  socket.destroySoon()
}

const statusLines: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

function refusalFor(status: number): Refusal {
  if (status === 413) {
    return {
      kind: 'too-large',
      message: 'What was sent is larger than this server takes. Nothing was stored.',
      remedy: 'Send it in smaller parts.',
    }
  }
  if (status === 429) {
    return {
      kind: 'too-often',
      message: 'This was asked too often within a minute. Nothing was changed.',
      remedy: 'Wait a minute, then try again.',
    }
  }
  if (status >= 400 && status < 500) {
    return {
      kind: 'not-understood',
      message: 'The request could not be read. Nothing was changed.',
      remedy: 'Go back and try again.',
    }
  }
  return {
    kind: 'fault',
    message: 'Something went wrong here. Nothing that was stored before is lost.',
    remedy: 'Try again. If it happens again, run the check command and report it.',
  }
}

/** Where a bug happened: its class and the first line of our own code on the way, without its message. */
function placeOf(error: Error): string {
  const line = error.stack?.split('\n').find((candidate) => candidate.includes('/packages/')) ?? ''
  return `${error.name}${line.replace(/.*\/packages\//, ' at ').replace(/\)$/, '')}`
}
