import { useSpeech } from '../../language/index.ts'
import type { FigureColumns } from './figure-columns.ts'

/** The headings over the cells of a figure. */
export function FigureHeadings({ columns }: { columns: FigureColumns }) {
  const { say } = useSpeech()
  return (
    <>
      <th scope="col">{say('figure.figure')}</th>
      {columns.outOf && <th scope="col">{say('figure.outOf')}</th>}
      {columns.missing && <th scope="col">{say('figure.missing')}</th>}
      <th scope="col">{say('figure.sure')}</th>
    </>
  )
}
