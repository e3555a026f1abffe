import { type Organisation, organisationRoute, renameRoute, setUpRoute } from '@sathi/contract/programme'
import type { Refusal } from '@sathi/contract/refusal'
import type { FastifyInstance } from 'fastify'
import { notSetUp, sendRefusal, serveRoute } from '../contract/index.ts'
import type { Database } from '../database/index.ts'
import { renameOrganisation } from '../journal/index.ts'
import { createDescription } from './describe-organisation.ts'
import { findOrganisationName } from './organisation.ts'
import { findActor, setUpOrganisation } from './store.ts'

const badName: Refusal = {
  kind: 'bad-name',
  message: 'An organisation needs a name of one line, at most 200 characters.',
  remedy: 'Type the name that reports shall carry.',
}

const alreadySetUp: Refusal = {
  kind: 'already-set-up',
  message: 'An organisation has been set up already. Nothing was changed.',
  remedy: 'Go on to the report.',
}

/** The organisation: its set-up, its name, and what its first screen says. */
export function organisationRoutes(
  app: FastifyInstance,
  database: Database,
  listensOn: Organisation['listensOn'],
): void {
  const describe = createDescription(database, listensOn)

  serveRoute(app, organisationRoute, describe)

  serveRoute(app, setUpRoute, async ({ body }, { reply }) => {
    const name = findOrganisationName(body.name)
    if (name === undefined) return sendRefusal(reply, 400, badName)
    const actor = await setUpOrganisation(database, { name, synthetic: false })
    return actor === undefined ? sendRefusal(reply, 409, alreadySetUp) : describe()
  })

  serveRoute(app, renameRoute, async ({ body }, { reply }) => {
    const name = findOrganisationName(body.name)
    if (name === undefined) return sendRefusal(reply, 400, badName)
    const actor = await findActor(database)
    if (actor === undefined) return sendRefusal(reply, 409, notSetUp)
    await database.withTransaction(actor, (tx) => renameOrganisation(tx, name))
    return describe()
  })
}
