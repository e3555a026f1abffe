import { figureWords } from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import type { FigureColumns } from './figure-columns.ts'

/** The headings over the cells of a figure. */
export function FigureHeadings({ columns }: { columns: FigureColumns }) {
  const { word } = useSpeech()
  return (
    <>
      <th scope="col">{word(figureWords.figure)}</th>
      {columns.outOf && <th scope="col">{word(figureWords.outOf)}</th>}
      {columns.missing && <th scope="col">{word(figureWords.missing)}</th>}
      <th scope="col">{word(figureWords.sure)}</th>
    </>
  )
}
