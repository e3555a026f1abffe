import type { PartialDate } from '@sathi/domain'
import { type Actor, type Database, statement, type Transaction } from '../database/index.ts'
import { createOrganisation, getOrganisation } from '../journal/index.ts'
import { nameUntilSetUp, type Organisation } from './organisation.ts'

const countEverything = statement(
  'programme-counts',
  `select coalesce((select n from app.org_feed where org_id = (select app.org_id())), 0) as entries,
          (select count(*) from app.subject where org_id = (select app.org_id()) and type = 'case') as cases`,
)

// Occurred-on stands in the body only: it is wanted here once per visit of the first screen, and nowhere in a query.
const selectDays = statement(
  'programme-days',
  `select min(substring(body from '"occurredOn":"([0-9-]+)"')) as first,
          max(substring(body from '"occurredOn":"([0-9-]+)"')) as last
     from app.entry where org_id = (select app.org_id()) and retracts is null`,
)

/** Who acts: the one organisation of this deployment, or nobody before the set-up. */
export async function findActor(database: Database): Promise<Actor | undefined> {
  const [orgId] = await database.withWholeSnapshot((deployment) => deployment.organisationIds())
  return orgId === undefined ? undefined : { orgId }
}

/** Sets up the organisation of an empty deployment. Undefined when there is one already. */
export async function setUpOrganisation(
  database: Database,
  about: { readonly name: string; readonly synthetic: boolean },
): Promise<Actor | undefined> {
  if ((await findActor(database)) !== undefined) return undefined
  const { orgId } = await createOrganisation(database, about)
  return { orgId }
}

export async function readOrganisation(tx: Transaction): Promise<Organisation> {
  const { name, synthetic } = await getOrganisation(tx)
  const [counts] = await tx.query<{ entries: number; cases: number }>(countEverything, [])
  const given = name === nameUntilSetUp ? null : name
  return { name: given, synthetic, entries: counts?.entries ?? 0, cases: counts?.cases ?? 0 }
}

/** First and last day on which anything occurred. Reads every entry. */
export async function readDays(
  tx: Transaction,
): Promise<{ first: PartialDate; last: PartialDate } | undefined> {
  const [days] = await tx.query<{ first: string | null; last: string | null }>(selectDays, [])
  if (days?.first == null || days.last === null) return undefined
  return { first: days.first as PartialDate, last: days.last as PartialDate }
}
