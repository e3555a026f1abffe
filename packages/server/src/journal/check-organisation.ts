import { statement, type Transaction } from '../database/index.ts'
import type { Organisation } from './create-organisation.ts'
import { digestAbout } from './digests.ts'
import type { FindingList } from './finding.ts'
import { foldFingerprint } from './fold-fingerprint.ts'
import type { FeedEnd } from './lock-journals.ts'

const readOrganisation = statement(
  'check_organisation',
  `select name, synthetic, created_at, epoch, folds from app.organisation where org_id = (select app.org_id())`,
)
const readFeed = statement(
  'check_feed',
  'select n, head, codes, about from app.org_feed where org_id = (select app.org_id())',
)

type OrganisationRow = {
  readonly name: string
  readonly synthetic: boolean
  readonly created_at: Date
  readonly epoch: string
  readonly folds: string | null
}
type FeedRow = {
  readonly n: number
  readonly head: Buffer
  readonly codes: Buffer
  readonly about: Buffer
}

/** What there is one of; undefined where a hand has taken it away. */
export type CheckedOrganisation = {
  readonly organisation: Organisation | undefined
  readonly end: FeedEnd | undefined
}

/** Checks the organisation's own row and the row of its feed. */
export async function checkOrganisation(
  tx: Transaction,
  findings: FindingList,
): Promise<CheckedOrganisation> {
  const { orgId } = tx
  const [[row], [feed]] = await Promise.all([
    tx.query<OrganisationRow>(readOrganisation, []),
    tx.query<FeedRow>(readFeed, []),
  ])
  if (row === undefined) findings.add({ found: 'organisation-missing', organisation: orgId })
  if (feed === undefined) findings.add({ found: 'feed-missing', organisation: orgId })
  const organisation = row && {
    orgId,
    name: row.name,
    synthetic: row.synthetic,
    createdAt: row.created_at,
    epoch: row.epoch,
  }
  if (organisation && feed && !isDigested(organisation, feed.about)) {
    findings.add({ found: 'organisation-differs', organisation: orgId })
  }
  // Opening a data folder folds by the rules of this version, so they are no others by the time of a check.
  if (row && row.folds !== foldFingerprint()) findings.add({ found: 'other-rules', organisation: orgId })
  return { organisation, end: feed && { position: feed.n, hash: feed.head, codes: feed.codes } }
}

/** A time that a hand wrote may be none. */
function isDigested(organisation: Organisation, about: Buffer): boolean {
  try {
    return digestAbout(organisation).equals(about)
  } catch {
    return false
  }
}
