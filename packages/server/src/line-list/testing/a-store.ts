import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@sathi/domain'
import { onTestFinished } from 'vitest'
import type { Actor } from '../../database/index.ts'
import { runAs, type TestStore } from '../../database/testing/open-test-database.ts'
import {
  appendEntries,
  checkJournal,
  listSubjects,
  newSubjectId,
  readSheetBook,
  type SheetBook,
  type Subject,
  type Submission,
} from '../../journal/index.ts'
import { anOrganisation } from '../../journal/testing/an-organisation.ts'
import { csvFolderWriter, type LineListSource, openLineList, workbookWriter } from '../../tables/index.ts'
import {
  exportLineList,
  type ImportOutcome,
  importLineList,
  openExportStore,
  openLineListStore,
} from '../index.ts'
import { type Files, openFiles } from './a-line-list.ts'

/** A store of an invented organisation, into which line lists are taken. */
export type ListStore = TestStore & {
  readonly actor: Actor
  importFiles(files: Files, options?: { dryRun: boolean }): Promise<ImportOutcome>
  importPath(path: string, options?: { dryRun: boolean }): Promise<ImportOutcome>
  importSource(source: LineListSource, options?: { dryRun: boolean }): Promise<ImportOutcome>
  /** Appends entries as the product does; throws when one is refused. */
  append(...submissions: readonly Submission[]): Promise<void>
  /** Writes everything out, as a workbook where the path ends so, else as a folder of CSV files. */
  exportTo(path: string): Promise<string>
  subjects(): Promise<readonly Subject[]>
  readBook(): Promise<SheetBook>
  /** Every sheet as text, by part and subject code, with codes in place of the ids of subjects. */
  readSheets(): Promise<Readonly<Record<string, string>>>
  /** What `check` finds; nothing when every sheet is the fold of its journal. */
  findings(): Promise<readonly unknown[]>
}

export async function aStore(): Promise<ListStore> {
  const { organisation, ...store } = await anOrganisation()
  const actor: Actor = { orgId: organisation.orgId }
  const { database } = store
  const importSource: ListStore['importSource'] = (source, { dryRun } = { dryRun: false }) =>
    database.withTransaction(actor, async (tx) =>
      importLineList(source, await openLineListStore(tx), {
        dryRun,
        newSubjectId,
        recordedAt: new Date().toISOString() as Instant,
      }),
    )
  const subjects = () => database.withSnapshot(actor, listSubjects)
  const readBook = () => database.withSnapshot(actor, readSheetBook)
  return {
    ...store,
    actor,
    importSource,
    importFiles: async (files, options) => importSource(await openFiles(files), options),
    importPath: async (path, options) => importSource(await openPath(path), options),
    async append(...submissions) {
      const outcomes = await database.withTransaction(actor, (tx) => appendEntries(tx, submissions))
      const refused = outcomes.filter(({ state }) => state === 'refused')
      if (refused.length > 0) throw new Error(JSON.stringify(refused))
    },
    async exportTo(path) {
      const writer = path.endsWith('.xlsx') ? workbookWriter(createWriteStream(path)) : csvFolderWriter(path)
      await database.withSnapshot(actor, (tx) => exportLineList(openExportStore(tx), writer))
      return path
    },
    subjects,
    readBook,
    async readSheets() {
      const codes = new Map<string, string>(
        (await subjects()).map(({ id, type, code }) => [id, `${type} ${code}`]),
      )
      const book = await readBook()
      const sheets = Object.entries(book).flatMap(([part, bodies]) =>
        [...bodies].map(([id, body]): [string, string] => [
          `${part} of ${codes.get(id)}`,
          JSON.stringify(body).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (found) => codes.get(found) ?? found),
        ]),
      )
      return Object.fromEntries(sheets.sort(([left], [right]) => (left < right ? -1 : 1)))
    },
    findings: async () => (await checkJournal(database, actor)).findings,
  }
}

export async function openPath(path: string): Promise<LineListSource> {
  const opened = await openLineList(path)
  if (opened.kind === 'refused') throw new Error(`not opened: ${JSON.stringify(opened.faults)}`)
  return opened.list
}

/** A folder that is gone when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-line-list-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Faults in short: file, line, column and code. */
export function faultsOf(outcome: ImportOutcome): string[] {
  if (outcome.state !== 'refused') throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome.faults.map(({ file, line, column, code }) => `${file} ${line} ${column} ${code}`)
}

/** A fingerprint of every row of every table of the store. */
export async function everyRow({ owner, actor }: ListStore): Promise<object[]> {
  const tables = ['organisation', 'org_feed', 'subject', 'entry', 'sheet']
  const prints = tables.map(
    (table) =>
      `select '${table}' as name, count(*), md5(string_agg(t::text, ' ' order by t::text)) from app.${table} t`,
  )
  return runAs(owner, `set app.org_id = '${actor.orgId}'`, `${prints.join(' union all ')} order by name`)
}

/** The stored bodies of the entries of a kind, by row id, as SQL sees them. */
export async function bodiesOf({ owner, actor }: ListStore, kind: string): Promise<Map<string, string>> {
  const rows = (await runAs(
    owner,
    `set app.org_id = '${actor.orgId}'`,
    `select row_id, body from app.entry where kind = '${kind}'`,
  )) as { row_id: string; body: string }[]
  return new Map(rows.map(({ row_id, body }) => [row_id, body]))
}
