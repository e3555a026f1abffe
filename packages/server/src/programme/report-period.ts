import type { Refusal } from '@sathi/contract/refusal'
import type { Period } from '@sathi/reporting/figures'
import type { FastifyReply } from 'fastify'
import { notSetUp, sendRefusal } from '../contract/index.ts'
import type { Actor, Database } from '../database/index.ts'
import { findActor } from './store.ts'

const badPeriod: Refusal = {
  kind: 'bad-period',
  message: 'The period ends before it begins, or has no such part.',
  remedy: 'Choose the first and the last day of the period again.',
}

/** The longest period that is computed: forty years of quarters are more than any screen shows. */
const mostYears = 40

const tooLong: Refusal = {
  kind: 'period-too-long',
  message: `The period is longer than ${mostYears} years.`,
  remedy: 'Choose a shorter one.',
}

/** Answers what is asked of a period, or refuses a period that is none and a question before the set-up. */
export async function answerForPeriod<Answer>(
  reply: FastifyReply,
  database: Database,
  period: Period,
  read: (actor: Actor, period: Period) => Promise<Answer>,
): Promise<Answer | FastifyReply> {
  if (period.from > period.to) return sendRefusal(reply, 400, badPeriod)
  const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))
  if (years > mostYears) return sendRefusal(reply, 400, tooLong)
  const actor = await findActor(database)
  if (actor === undefined) return sendRefusal(reply, 409, notSetUp)
  try {
    return await read(actor, period)
  } catch (error) {
    if (error instanceof RangeError) return sendRefusal(reply, 400, badPeriod)
    throw error
  }
}
