import type { Period } from '@sathi/reporting/figures'
import { computeReport, publishFigures } from '@sathi/reporting/report'
import type { Deployment } from '../deployment/index.ts'
import { readSheetBook } from '../journal/index.ts'
import { findActor } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { indicatorsTable } from './indicators-table.ts'
import type { Output } from './output.ts'

/** Prints the figures of a period, as a table or as JSON of the published shape. */
export async function runIndicators(
  deployment: Deployment,
  { from, to, format }: Period & { readonly format: 'table' | 'json' },
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
  const book = await deployment.database.withSnapshot(actor, readSheetBook)
  const report = computeReport(book, { from, to })
  if (format === 'json') output.line(JSON.stringify(publishFigures(report), null, 2))
  else for (const line of indicatorsTable(report)) output.line(line)
  return done(undefined)
}
