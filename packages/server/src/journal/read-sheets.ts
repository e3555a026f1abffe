import { type PartName, type SheetBodies, type SubjectId, sheetParts } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'

/** Every sheet of an organisation: for each part, the body of each subject that has one. */
export type SheetBook = { readonly [Name in PartName]: ReadonlyMap<SubjectId, SheetBodies[Name]> }

/** A sheet part that changed; `body` is undefined when there is nothing left to tell. */
export type ChangedSheet = {
  readonly part: PartName
  readonly subject: SubjectId
  readonly body: SheetBodies[PartName] | undefined
}

const readPart = statement(
  'read_part',
  `select subject_id, body from app.sheet
   where org_id = (select app.org_id()) and part = $1 and body is not null`,
)

const readSince = statement(
  'read_since',
  'select part, subject_id, body from app.sheet where org_id = (select app.org_id()) and position > $1',
)

type PartRow = { subject_id: SubjectId; body: string }

const partNames = Object.keys(sheetParts) as PartName[]

/** Reads every sheet. While one part is unpacked here, PostgreSQL reads the next. */
export async function readSheetBook(tx: Transaction): Promise<SheetBook> {
  const parts = partNames.map(async (part) => {
    const rows = await tx.query<PartRow>(readPart, [part])
    return [part, new Map(rows.map((row) => [row.subject_id, JSON.parse(row.body)]))] as const
  })
  return Object.fromEntries(await Promise.all(parts)) as unknown as SheetBook
}

/** The sheet parts that changed after a position of the feed. */
export async function readSheetsSince(tx: Transaction, position: number): Promise<ChangedSheet[]> {
  const rows = await tx.query<{ part: PartName; subject_id: SubjectId; body: string | null }>(readSince, [
    position,
  ])
  return rows.flatMap(({ part, subject_id, body }) => {
    // A part that an earlier version of Sathi folded and this one does not.
    if (!Object.hasOwn(sheetParts, part)) return []
    return [{ part, subject: subject_id, body: body === null ? undefined : JSON.parse(body) }]
  })
}
