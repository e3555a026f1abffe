import type { LineListSource } from '../../tables/index.ts'
import { openUploadedLineList } from '../../tables/index.ts'

/** Texts of CSV files by name without its ending. */
export type Files = Readonly<Record<string, string>>

/** Two invented cases, opened. */
export const twoCases = `row_id,case_code,occurred_on,pathway,gender,is_child
CO-1,S-1,2021-01-01,shelter,Feminine,no
CO-2,S-2,2021-01-02,border,Feminine,yes
`

export const followUpColumns =
  'row_id,case_code,occurred_on,channel,reached,safe,due_on,author,amends,retracts\n'

/** A follow-up file of these rows. */
export function followUps(...rows: readonly string[]): string {
  return `${followUpColumns}${rows.join('\n')}\n`
}

/** Opens files as the browser sends them; throws when they cannot be opened at all. */
export async function openFiles(files: Files): Promise<LineListSource> {
  const encoder = new TextEncoder()
  const opened = await openUploadedLineList(
    Object.entries(files).map(([name, content]) => {
      const bytes = encoder.encode(content)
      return { name: `${name}.csv`, bytes: bytes.length, open: () => [bytes] }
    }),
  )
  if (opened.kind === 'refused') throw new Error(`not opened: ${JSON.stringify(opened.faults)}`)
  return opened.list
}

/** A CSV text of these rows, the columns in their order in the first row. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const written = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = rows.map((row) => columns.map((column) => written(row[column] ?? '')).join(','))
  return [columns.join(','), ...lines, ''].join('\n')
}
