import { type Database, statement } from '../database/index.ts'
import { foldFingerprint } from './fold-fingerprint.ts'
import { refoldSheets } from './refold-sheets.ts'

const readFolds = statement(
  'read_folds',
  `select folds from app.organisation where org_id = (select app.org_id())
   and exists (select from app.org_feed where org_id = (select app.org_id()))`,
)
const writeFolds = statement(
  'write_folds',
  'update app.organisation set folds = $1 where org_id = (select app.org_id())',
)

/**
 * Folds the sheets of every organisation anew that an earlier version of Sathi folded by other rules; otherwise reports
 * would go on giving the figures of before.
 */
export async function refoldWhenChanged(
  database: Database,
  onProgress: (line: string) => void = () => undefined,
): Promise<void> {
  const current = foldFingerprint()
  const ids = await database.withWholeSnapshot((deployment) => deployment.organisationIds())
  for (const orgId of ids) {
    const isCurrent = await database.withSnapshot({ orgId }, async (tx) => {
      const [row] = await tx.query<{ folds: string | null }>(readFolds, [])
      // Without the end of its feed nothing can be folded; the check says so.
      return row === undefined || row.folds === current
    })
    if (isCurrent) continue
    onProgress('The rules have changed with this version: adding everything up anew …')
    await database.withTransaction({ orgId }, async (tx) => {
      await refoldSheets(tx)
      await tx.query(writeFolds, [current])
    })
  }
}
