import { type Day, findDay } from '@sathi/domain'
import type { Period } from '@sathi/reporting/figures'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { notSetUp, sendRefusal } from '../contract/index.ts'
import type { Actor, Database } from '../database/index.ts'
import type { Refusal } from '../refusal/index.ts'
import { findActor } from './store.ts'

const day = z.string().transform((text, context): Day => {
  const found = findDay(text)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: 'a day as YYYY-MM-DD' })
  return z.NEVER
})

/** The period of a report as an address names it, both days included. */
export const PeriodQuery = z.object({ from: day, to: day })

const badPeriod: Refusal = {
  kind: 'bad-period',
  message: 'The period ends before it begins, or has no such part.',
  remedy: 'Choose the first and the last day of the period again.',
}

/** The longest period that is computed: forty years of quarters are more than any screen shows. */
const mostYears = 40

/** Answers what is asked of a period, or refuses a period that is none and a question before the set-up. */
export async function answerForPeriod(
  reply: FastifyReply,
  database: Database,
  period: Period,
  read: (actor: Actor, period: Period) => Promise<unknown>,
): Promise<unknown> {
  const years = Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))
  if (period.from > period.to || years > mostYears) return sendRefusal(reply, 400, badPeriod)
  const actor = await findActor(database)
  if (actor === undefined) return sendRefusal(reply, 409, notSetUp)
  try {
    return await read(actor, period)
  } catch (error) {
    if (error instanceof RangeError) return sendRefusal(reply, 400, badPeriod)
    throw error
  }
}
