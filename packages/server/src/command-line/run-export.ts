import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deployment } from '../deployment/index.ts'
import { exportLineList, openExportStore } from '../line-list/index.ts'
import { findActor } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { csvFolderWriter, workbookWriter } from '../tables/index.ts'
import type { Output } from './output.ts'

/** Writes everything out as a line list, into a new or empty folder or a new workbook. */
export async function runExport(
  deployment: Deployment,
  { path, format }: { readonly path: string; readonly format: 'csv' | 'xlsx' },
  output: Output,
): Promise<Outcome<void>> {
  const actor = await findActor(deployment.database)
  if (actor === undefined) {
    return refuse(
      'nothing-stored',
      'There is nothing to export: this data folder holds no records.',
      'Import a line list first.',
    )
  }
  const taken = existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)
  if (taken || (format === 'xlsx' && existsSync(path))) {
    return refuse(
      'already-there',
      'There is something at that path already. Nothing was written.',
      'Name a new file or an empty folder.',
    )
  }
  mkdirSync(dirname(path), { recursive: true })
  // Written beside its place first: a half-written export never stands under the name that was asked for.
  const unfinished = join(dirname(path), `.unfinished-${process.pid}-${Date.now()}`)
  try {
    const writer =
      format === 'xlsx' ? workbookWriter(createWriteStream(unfinished)) : csvFolderWriter(unfinished)
    const { rows, tables } = await deployment.database.withSnapshot(actor, (tx) =>
      exportLineList(openExportStore(tx), writer, (count) => output.progress(`Writing: ${count} rows`)),
    )
    if (existsSync(path)) rmSync(path, { recursive: true })
    await rename(unfinished, path)
    output.endProgress()
    output.line(`${rows} rows of ${tables} kinds written.`)
    return done(undefined)
  } finally {
    output.endProgress()
    rmSync(unfinished, { recursive: true, force: true })
  }
}
