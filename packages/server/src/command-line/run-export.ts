import { createWriteStream, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deployment } from '../deployment/index.ts'
import { exportLineList, openExportStore } from '../line-list/index.ts'
import { findActor } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { csvFolderWriter, workbookWriter } from '../tables/index.ts'
import type { Output } from './output.ts'

type Target = { readonly path: string; readonly format: 'csv' | 'xlsx' }

/** Writes everything out as a line list, into a new or empty folder or a new workbook. */
export async function runExport(
  deployment: Deployment,
  target: Target,
  output: Output,
): Promise<Outcome<void>> {
  const { path, format } = target
  const isEmptyFolder = existsSync(path) && statSync(path).isDirectory() && readdirSync(path).length === 0
  if (existsSync(path) && !(isEmptyFolder && format === 'csv')) {
    return refuse(
      'already-there',
      'There is something at that path already. Nothing was written.',
      'Name a new file or an empty folder.',
    )
  }
  // Written beside its place first: a half-written export never stands under the name that was asked for. A folder that
  // is there already may be a disk of its own, or the only one that may be written to: then within it.
  const name = `.unfinished-${process.pid}-${Date.now()}`
  const unfinished = join(isEmptyFolder ? path : dirname(path), name)
  try {
    makeFolder(dirname(unfinished))
    const { rows, tables } = await write(deployment, { path: unfinished, format }, output)
    output.endProgress()
    if (rows === 0) return nothingStored
    if (isEmptyFolder) await moveContents(unfinished, path)
    else await rename(unfinished, path)
    output.line(`${rows} rows of ${tables} kinds written.`)
    return done(undefined)
  } catch (error) {
    return unwritable(path, error)
  } finally {
    output.endProgress()
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function write(
  { database }: Deployment,
  { path, format }: Target,
  output: Output,
): Promise<{ readonly rows: number; readonly tables: number }> {
  const actor = await findActor(database)
  if (actor === undefined) return { rows: 0, tables: 0 }
  return database.withSnapshot(actor, async (tx) => {
    const store = openExportStore(tx)
    if ((await store.kindsPresent()).length === 0) return { rows: 0, tables: 0 }
    const writer = format === 'xlsx' ? workbookWriter(createWriteStream(path)) : csvFolderWriter(path)
    return exportLineList(store, writer, (count) => output.progress(`Writing: ${count} rows`))
  })
}

const nothingStored = refuse(
  'nothing-stored',
  'There is nothing to export: this data folder holds no records.',
  'Import a line list first.',
)

/** With the folders above it. Node's own way to do that never ends below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

async function moveContents(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name))
  await rmdir(from)
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'part of the path is a file',
  ENOENT: 'there can be no folder',
  ENAMETOOLONG: 'the name is too long',
}

function unwritable(path: string, error: unknown): Outcome<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code]
  if (reason === undefined) throw error
  return refuse(
    'unwritable',
    `${path} cannot be written: ${reason}. Nothing was left there.`,
    'Name another path.',
  )
}
