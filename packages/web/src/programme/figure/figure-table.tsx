import {
  figureWords,
  type IndicatorId,
  indicatorWords,
  type Period,
  type PlainFigure,
} from '@sathi/reporting/figures'
import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../language/index.ts'
import { FigureCells } from './figure-cells.tsx'
import { figureColumns } from './figure-columns.ts'
import { FigureHeadings } from './figure-headings.tsx'
import './figure-table.css'

/** One line of a table of figures: an indicator, or one of its own groups. */
export type FigureRow = {
  readonly indicator: IndicatorId
  readonly group?: string | undefined
  readonly name: string
  readonly figure: PlainFigure
}

type FigureTableProps = {
  readonly caption: string
  readonly captionUnseen?: boolean
  /** On an indicator's own page its name leads nowhere new and its meaning stands above. */
  readonly bare?: boolean
  readonly period: Period
  readonly rows: readonly FigureRow[]
}

/** Figures with what they mean (once for each indicator), out of how many, what is missing, and how sure they are. */
export function FigureTable({
  caption,
  captionUnseen = false,
  bare = false,
  period,
  rows,
}: FigureTableProps) {
  const { word } = useSpeech()
  const columns = figureColumns(rows.map(({ figure }) => figure))
  return (
    <table className="figures cards figure-table">
      <caption className={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{word(figureWords.what)}</th>
          <FigureHeadings columns={columns} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, group, name, figure }, place) => (
          <tr key={`${indicator} ${group ?? ''}`}>
            <th scope="row">
              {bare ? (
                <strong>{name}</strong>
              ) : (
                <>
                  <Link
                    to="/report/indicators/$indicatorId"
                    params={{ indicatorId: indicator }}
                    search={period}
                    className="figure-name"
                  >
                    {name}
                  </Link>
                  {rows[place - 1]?.indicator !== indicator && (
                    <p className="small soft">{word(indicatorWords[indicator].meaning)}</p>
                  )}
                </>
              )}
            </th>
            <FigureCells period={period} place={{ indicator, group }} figure={figure} columns={columns} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
