import type { Period } from '@sathi/reporting/figures'
import { computeReport, publishFigures } from '@sathi/reporting/report'
import type { Deployment } from '../deployment/index.ts'
import { readSheetBook } from '../journal/index.ts'
import { findActor } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { goToWork, notVouched } from '../sealer/index.ts'
import { findWhom } from './find-whom.ts'
import { indicatorsTable } from './indicators-table.ts'
import type { Output } from './output.ts'
import type { Whom } from './whom.ts'

/** Prints the figures of a period, as a table or as JSON of the published shape. */
export async function runIndicators(
  deployment: Deployment,
  { from, to, format, as }: Period & { readonly format: 'table' | 'json'; readonly as: Whom },
  output: Output,
): Promise<Outcome<void>> {
  const actor = await findActor(deployment.database)
  if (actor === undefined) {
    return refuse(
      'nothing-stored',
      'This data folder holds no records, so there are no figures.',
      'Import a line list first.',
    )
  }
  const whom = await findWhom(deployment.database, actor, as)
  if (!whom.ok) return whom
  const member = whom.value
  if (member !== undefined) {
    const work = await deployment.database.withSnapshot(actor, (tx) => goToWork(tx, member))
    if (work === undefined) return notVouched
    if (!work.mayDo('see_figures')) return notHers
  }
  const book = await deployment.database.withSnapshot(actor, readSheetBook)
  const report = computeReport(book, { from, to })
  if (format === 'json') output.line(JSON.stringify(publishFigures(report), null, 2))
  else for (const line of indicatorsTable(report)) output.line(line)
  return done(undefined)
}

const notHers = refuse(
  'not-yours-to-do',
  'The roles of this member do not let her see figures. Nothing was printed.',
  'Ask somebody who may, or whoever gives roles.',
)
