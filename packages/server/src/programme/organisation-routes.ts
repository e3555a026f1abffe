import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contract, sendRefusal } from '../contract/index.ts'
import type { Database } from '../database/index.ts'
import { findOrganisationName } from './organisation.ts'
import { demoPeriod, proposePeriod } from './propose-period.ts'
import { findActor, readDays, readOrganisation, setUpOrganisation } from './store.ts'

const SetUp = z.object({ name: z.string().max(400) }).meta({ description: 'The name that reports carry.' })

/** The organisation: its set-up, and what its first screen says. */
export function organisationRoutes(app: FastifyInstance, database: Database): void {
  let days: { entries: number; value: Awaited<ReturnType<typeof readDays>> } | undefined

  const describe = async () => {
    const actor = await findActor(database)
    if (actor === undefined) return { state: 'none' }
    return database.withSnapshot(actor, async (tx) => {
      const organisation = await readOrganisation(tx)
      if (days?.entries !== organisation.entries) {
        days = { entries: organisation.entries, value: await readDays(tx) }
      }
      const proposed = organisation.synthetic ? demoPeriod : days.value && proposePeriod(days.value.last)
      return {
        state: 'ready',
        ...organisation,
        firstDay: days.value?.first ?? null,
        lastDay: days.value?.last ?? null,
        proposedPeriod: proposed ?? null,
        listensOn: 'this-computer',
      }
    })
  }

  app.get(
    '/api/organisation',
    { schema: contract({ summary: 'The organisation, and whether it is set up' }) },
    describe,
  )

  app.post(
    '/api/organisation',
    { schema: contract({ summary: 'Sets the organisation up', body: SetUp }) },
    async (request, reply) => {
      const name = findOrganisationName((request.body as z.infer<typeof SetUp>).name)
      if (name === undefined) {
        return sendRefusal(reply, 400, {
          kind: 'bad-name',
          message: 'An organisation needs a name of one line, at most 200 characters.',
          remedy: 'Type the name that reports shall carry.',
        })
      }
      if ((await setUpOrganisation(database, { name, synthetic: false })) === undefined) {
        return sendRefusal(reply, 409, {
          kind: 'already-set-up',
          message: 'An organisation has been set up already. Nothing was changed.',
          remedy: 'Go on to the report.',
        })
      }
      return reply.code(201).send(await describe())
    },
  )
}
