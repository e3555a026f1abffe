import { createWriteStream, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deployment } from '../deployment/index.ts'
import { exportLineList, openExportStore } from '../line-list/index.ts'
import { findActor } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { csvFolderWriter, workbookWriter } from '../tables/index.ts'
import { beginUnfinished, clearLeftovers, placeFile, type Unfinished } from '../unfinished/index.ts'
import type { Output } from './output.ts'

type Target = { readonly path: string; readonly format: 'csv' | 'xlsx' }

/** Writes everything out as a line list, into a new or empty folder or a new workbook. */
export async function runExport(
  deployment: Deployment,
  target: Target,
  output: Output,
): Promise<Outcome<void>> {
  const { path, format } = target
  // Written beside its place first: a half-written export never stands under the name that was asked for. A folder that
  // is there already may be a disk of its own, or the only one that may be written to: then within it.
  let unfinished: Unfinished | undefined
  try {
    await clearLeftovers(path)
    const isEmptyFolder = isFolder(path) && readdirSync(path).length === 0
    if (isThere(path) && !(isEmptyFolder && format === 'csv')) return alreadyThere
    const place = isEmptyFolder ? path : dirname(path)
    makeFolder(place)
    unfinished = await beginUnfinished(place)
    const { rows, tables } = await write(deployment, { path: unfinished.path, format }, output)
    output.endProgress()
    if (rows === 0) return nothingStored
    if (isEmptyFolder) await moveContents(unfinished.path, path)
    else if (format === 'xlsx') await placeFile(unfinished.path, path)
    else await rename(unfinished.path, path)
    output.line(`${rows} rows of ${tables} kinds written.`)
    return done(undefined)
  } catch (error) {
    return unwritable(path, error)
  } finally {
    output.endProgress()
    await unfinished?.end()
  }
}

/** Also a link that leads nowhere is something. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
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
    const writer =
      format === 'xlsx' ? workbookWriter(createWriteStream(path, { mode: 0o600 })) : csvFolderWriter(path)
    return exportLineList(store, writer, (count) => output.progress(`Writing: ${count} rows`))
  })
}

const alreadyThere = refuse(
  'already-there',
  'There is something at that path already. Nothing was written.',
  'Name a new file or an empty folder.',
)

const nothingStored = refuse(
  'nothing-stored',
  'There is nothing to export: this data folder holds no records.',
  'Import a line list first.',
)

/** With the folders above it. Node's own way to do that never ends below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

async function moveContents(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name))
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'something else is there',
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
