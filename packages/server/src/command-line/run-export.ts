import { createWriteStream, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deployment } from '../deployment/index.ts'
import { type ExportedList, exportLineList, openExportStore } from '../line-list/index.ts'
import { findActor } from '../programme/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { exportAs, type MemberAtHand } from '../sealer/index.ts'
import { csvFolderWriter, workbookWriter } from '../tables/index.ts'
import { beginUnfinished, clearLeftovers, placeFile, type Unfinished } from '../unfinished/index.ts'
import { findWhom } from './find-whom.ts'
import type { Output } from './output.ts'
import type { Whom } from './whom.ts'

type Target = { readonly path: string; readonly format: 'csv' | 'xlsx' }

/** Writes everything out as a line list, into a new or empty folder or a new workbook. */
export async function runExport(
  deployment: Deployment,
  { path, format, as }: Target & { readonly as?: Whom },
  output: Output,
): Promise<Outcome<void>> {
  const whom = await findWhom(deployment.database, await findActor(deployment.database), as)
  if (!whom.ok) return whom
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
    const target = { path: unfinished.path, format }
    const written = await write(deployment, target, whom.value, output)
    output.endProgress()
    if (!written.ok) return written
    if (written.value === undefined) return nothingStored
    const { rows, tables } = written.value
    if (isEmptyFolder) await moveContents(unfinished.path, path)
    else if (format === 'xlsx') await placeFile(unfinished.path, path)
    else await rename(unfinished.path, path)
    output.line(`${rows} rows of ${tables} kinds written.`)
    return whom.value === undefined ? done(undefined) : tellSealed(written.value, output)
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

/** Undefined where there is nothing to write. */
async function write(
  { database }: Deployment,
  { path, format }: Target,
  member: MemberAtHand | undefined,
  output: Output,
): Promise<Outcome<ExportedList | undefined>> {
  const actor = await findActor(database)
  if (actor === undefined) return done(undefined)
  const onProgress = (count: number): void => output.progress(`Writing: ${count} rows`)
  const writer = () =>
    format === 'xlsx' ? workbookWriter(createWriteStream(path, { mode: 0o600 })) : csvFolderWriter(path)
  if (member !== undefined) {
    const form = format === 'xlsx' ? 'workbook' : 'line_list'
    return exportAs(database, member, { form, onProgress, writer })
  }
  return database.withSnapshot(actor, async (tx) => {
    const store = openExportStore(tx)
    if ((await store.kindsPresent()).length === 0) return done(undefined)
    return done(await exportLineList(store, writer(), onProgress))
  })
}

/** Says what is not in the list, and what cannot be there any more. */
function tellSealed({ withheld, damaged }: ExportedList, output: Output): Outcome<void> {
  for (const [compartment, parts] of withheld) {
    const many = parts === 1 ? '1 sealed part' : `${parts} sealed parts`
    output.line(`Left out: ${many} of ${compartment} that this member may not open or has no key of.`)
  }
  if (damaged.length === 0) return done(undefined)
  for (const { kind, rowId, compartment } of damaged.slice(0, mostDamagedTold)) {
    output.line(`Not as it was sealed: ${kind}, row ${rowId}, ${compartment}.`)
  }
  const many = damaged.length === 1 ? '1 sealed part is' : `${damaged.length} sealed parts are`
  return refuse(
    'sealed-damaged',
    `The list is written, but ${many} not as sealed, and left out.`,
    'Keep the data folder as it is, and see docs/runbooks/check-finds-something.md.',
  )
}

const mostDamagedTold = 100

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
