import { partsBySubject, type SheetPart, type SubjectId, type SubjectType, sheetParts } from '@sathi/domain'
import { statement, type Transaction } from '../database/index.ts'
import type { CheckedSubject, SubjectCheck } from './check-subjects.ts'
import type { FindingList } from './finding.ts'
import { type FoldedSheet, foldSubject } from './fold-sheets.ts'
import { idList } from './sql-lists.ts'

const readSubjects = statement(
  'check_subjects',
  `select s.id, s.type, s.code, j.first, j.journal
   from (select id, type, code from app.subject where org_id = (select app.org_id()) order by id offset 0) as s
   cross join lateral (
     select min(position) as first, '[' || string_agg(body, ',') || ']' as journal from app.entry
     where org_id = (select app.org_id()) and subject_id = s.id offset 0
   ) as j
   order by s.id`,
)

const readSheets = statement(
  'check_sheets',
  `select part, subject_id, body from app.sheet
   where org_id = (select app.org_id()) and part = any($1::text[]) and subject_id = any($2::uuid[])`,
)

const readStrays = statement(
  'check_strays',
  `select part, subject_id, position > $1 as behind from app.sheet
   where org_id = (select app.org_id()) and (
     position > $1 or part <> all($2::text[]) or not exists (
       select from app.subject as s where s.org_id = (select app.org_id()) and s.id = sheet.subject_id))
   limit 2000`,
)

type SubjectRow = CheckedSubject & { readonly type: SubjectType; readonly journal: string | null }
type SheetRow = { readonly part: string; readonly subject_id: SubjectId; readonly body: string | null }

const allParts = idList(Object.values(sheetParts).map((part) => part.name))

/** Folds every journal anew, some hundred subjects at a time, and compares with the stored sheets; checks the subjects on the way. */
export async function checkSheets(
  tx: Transaction,
  end: { readonly n: number },
  subjectCheck: SubjectCheck,
  findings: FindingList,
  onProgress: (checked: number) => void,
): Promise<void> {
  const strays = await tx.query<SheetRow & { behind: boolean }>(readStrays, [end.n, allParts])
  for (const { part, subject_id, behind } of strays) {
    const found = behind ? 'sheet-behind-the-end' : 'sheet-surplus'
    findings.add({ found, part, subject: subject_id })
  }
  let checked = 0
  for await (const subjects of tx.pages<SubjectRow>(readSubjects, [], 200)) {
    const sheets = tx.query<SheetRow>(readSheets, [allParts, idList(subjects.map(({ id }) => id))])
    subjectCheck.take(subjects)
    compare(subjects, await sheets, findings)
    checked += subjects.length
    onProgress(checked)
  }
}

function compare(subjects: readonly SubjectRow[], rows: readonly SheetRow[], findings: FindingList): void {
  const stored = new Map<string, SheetRow>()
  for (const row of rows) stored.set(`${row.part} ${row.subject_id}`, row)
  for (const subject of subjects) {
    const sheets = findSheets(subject)
    // What cannot be read was found among the entries; no sheet can be told from it.
    if (sheets === undefined)
      for (const { name } of partsOf(subject.type)) stored.delete(`${name} ${subject.id}`)
    for (const { part, body } of sheets ?? []) {
      const key = `${part} ${subject.id}`
      const row = stored.get(key)
      stored.delete(key)
      if (body === (row?.body ?? null)) continue
      if (row === undefined || row.body === null)
        findings.add({ found: 'sheet-missing', part, subject: subject.id })
      else if (body === null) findings.add({ found: 'sheet-surplus', part, subject: subject.id })
      else findings.add({ found: 'sheet-differs', part, subject: subject.id })
    }
  }
  for (const { part, subject_id } of stored.values()) {
    findings.add({ found: 'sheet-surplus', part, subject: subject_id })
  }
}

function findSheets({ id, type, journal }: SubjectRow): FoldedSheet[] | undefined {
  try {
    return foldSubject({ id, type }, journal === null ? [] : JSON.parse(journal), partsOf(type))
  } catch {
    return undefined
  }
}

/** None for a type that a tampering hand has written. */
function partsOf(type: SubjectType): readonly SheetPart[] {
  return Object.hasOwn(partsBySubject, type) ? partsBySubject[type] : []
}
