import { statement, type Transaction } from '../database/index.ts'
import { getOrganisation } from './create-organisation.ts'
import { digestAbout } from './digests.ts'

const putName = statement(
  'rename_organisation',
  `with feed as (update app.org_feed set about = $2 where org_id = (select app.org_id()))
   update app.organisation set name = $1 where org_id = (select app.org_id())`,
)

/** Gives the organisation another name, and digests it with the rest that is stored about it. Entries know nothing of it. */
export async function renameOrganisation(tx: Transaction, name: string): Promise<void> {
  await tx.query(putName, [name, digestAbout({ ...(await getOrganisation(tx)), name })])
}
