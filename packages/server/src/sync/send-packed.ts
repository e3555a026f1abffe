import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const pack = promisify(gzip)

/** Shorter answers are sent sooner than packed. */
const worthPacking = 2_000

/** Sends an answer as JSON, packed where the asker unpacks it: names of fields and kinds repeat, and lines are slow. */
export async function sendPacked(
  reply: FastifyReply,
  request: FastifyRequest,
  answer: object,
): Promise<FastifyReply> {
  const text = JSON.stringify(answer)
  reply.header('content-type', 'application/json; charset=utf-8').header('vary', 'accept-encoding')
  const takes = /(?:^|,)\s*gzip\s*(?:;\s*q=(?:1|0\.\d*[1-9])\d*)?\s*(?:,|$)/.test(
    String(request.headers['accept-encoding'] ?? ''),
  )
  if (text.length < worthPacking || !takes) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(await pack(text, { level: 4 }))
}
