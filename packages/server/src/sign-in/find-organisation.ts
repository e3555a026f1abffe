import type { Actor, Database } from '../database/index.ts'

/** The organisation that this server is for, to whoever is not signed in yet; undefined before there is one. */
export async function findOrganisation(database: Database): Promise<Actor | undefined> {
  const [orgId] = await database.withWholeSnapshot((deployment) => deployment.organisationIds())
  return orgId === undefined ? undefined : { orgId }
}
