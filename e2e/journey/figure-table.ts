import type { Locator } from 'playwright-core'
import { leadingNumber, numbersIn } from './numbers.ts'

/** One line of a table of figures as somebody reads it; in each cell every line of text begins with its number. */
export type LineRead = {
  readonly name: string
  readonly figure: readonly number[]
  readonly outOf: readonly number[]
  readonly missing: readonly number[]
  /** Every number of the last cell: a rate if there is one, and between which numbers the figure may lie. */
  readonly sure: readonly number[]
}

/** Reads a table of figures: what it says, figure, out of how many, missing, how sure. */
export async function readFigureTable(table: Locator): Promise<LineRead[]> {
  const rows = table.getByRole('row').filter({ has: table.page().getByRole('rowheader') })
  const lines: LineRead[] = []
  for (const row of await rows.all()) {
    const name = (await row.getByRole('rowheader').getByRole('link').textContent()) ?? ''
    // On a phone an empty cell takes no room; it still has its place among the columns.
    const cells = row.getByRole('cell', { includeHidden: true })
    const [figure = '', outOf = '', missing = '', sure = ''] = await cells.allInnerTexts()
    lines.push({
      name,
      figure: leadingNumbers(figure),
      outOf: leadingNumbers(outOf),
      missing: leadingNumbers(missing),
      sure: numbersIn(sure),
    })
  }
  return lines
}

function leadingNumbers(text: string): number[] {
  return text.split('\n').flatMap((line) => leadingNumber(line) ?? [])
}
