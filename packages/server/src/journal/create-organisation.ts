import { randomUUID } from 'node:crypto'
import { type Database, type OrgId, statement, type Transaction } from '../database/index.ts'
import { firstHash } from './chain-hash.ts'
import { digestAbout, noCodes } from './digests.ts'
import { foldFingerprint } from './fold-fingerprint.ts'
import type { FeedEnd } from './lock-journals.ts'

/** An organisation that keeps its journals here. `epoch` names this life of its feed and changes with a restore. */
export type Organisation = {
  readonly orgId: OrgId
  readonly name: string
  /** Everybody in it is invented. */
  readonly synthetic: boolean
  readonly createdAt: Date
  readonly epoch: string
}

const putOrganisation = statement(
  'put_organisation',
  `with feed as (insert into app.org_feed (org_id, n, head, codes, about) values ($1, 0, $6, $7, $8))
   insert into app.organisation (org_id, name, synthetic, created_at, epoch, folds) values ($1, $2, $3, $4, $5, $9)`,
)

/** Opens an organisation with empty journals. */
export async function createOrganisation(
  database: Database,
  about: { readonly name: string; readonly synthetic: boolean },
): Promise<Organisation> {
  const orgId = randomUUID() as OrgId
  const organisation: Organisation = { orgId, ...about, createdAt: new Date(), epoch: randomUUID() }
  await database.withTransaction({ orgId }, (tx) => insertOrganisation(tx, organisation))
  return organisation
}

/** Writes the organisation of the transaction, with empty journals. Gives the end of its feed. */
export async function insertOrganisation(tx: Transaction, organisation: Organisation): Promise<FeedEnd> {
  const { orgId, name, synthetic, createdAt, epoch } = organisation
  const end: FeedEnd = { position: 0, hash: firstHash(orgId), codes: noCodes }
  await tx.query(putOrganisation, [
    orgId,
    name,
    synthetic,
    createdAt,
    epoch,
    end.hash,
    end.codes,
    digestAbout(organisation),
    foldFingerprint(),
  ])
  return end
}

/** Every organisation of this deployment, in order of id. */
export async function listOrganisations(database: Database): Promise<Organisation[]> {
  return database.withWholeSnapshot(async (deployment) => {
    const organisations: Organisation[] = []
    for (const orgId of await deployment.organisationIds()) {
      organisations.push(await getOrganisation(await deployment.become(orgId)))
    }
    return organisations
  })
}

/** The organisation of the transaction. Throws when it does not exist. */
export async function getOrganisation(tx: Transaction): Promise<Organisation> {
  const row = await tx.tables
    .selectFrom('organisation')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst()
  if (row === undefined) throw new Error('no such organisation')
  const { name, synthetic, created_at, epoch } = row
  return { orgId: tx.orgId, name, synthetic, createdAt: created_at, epoch }
}
