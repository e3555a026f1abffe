import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyReply } from 'fastify'

/** Answers with a refusal: a value that the screen words in the reader's language. */
export function sendRefusal(reply: FastifyReply, status: number, refusal: Refusal): FastifyReply {
  return reply.code(status).send({ refusal })
}

/** The answer for what is not there, and equally for what is not the reader's. */
export const notThere: Refusal = {
  kind: 'not-there',
  message: 'There is nothing here.',
  remedy: 'Go back to the report.',
}

export const notSetUp: Refusal = {
  kind: 'not-set-up',
  message: 'No organisation has been set up yet.',
  remedy: 'Give the organisation its name first.',
}
