import {
  type Breakdown,
  type Dimension,
  dimensionWords,
  type IndicatorId,
  type Period,
} from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import { Bar } from '../../ui/index.ts'
import { FigureCells } from '../figure/figure-cells.tsx'
import { figureColumns } from '../figure/figure-columns.ts'
import { FigureHeadings } from '../figure/figure-headings.tsx'
import { groupWords } from '../figure/group-words.ts'
import { ownGroupWords } from '../figure/own-group-words.ts'
import { breakdownRows, scaleEnd } from './breakdown-rows.ts'

type BreakdownTableProps = {
  readonly id: IndicatorId
  readonly period: Period
  readonly by: Dimension
  readonly breakdown: Breakdown
}

/** Groups below each other, each with a bar and its numbers: the chart is the table. */
export function BreakdownTable({ id, period, by, breakdown }: BreakdownTableProps) {
  const speech = useSpeech()
  const { say, word } = speech
  const rows = breakdownRows(by, breakdown)
  const end = scaleEnd(rows)
  const columns = figureColumns(rows.map(({ figure }) => figure))
  return (
    <table className="figures cards compact breakdown">
      <caption className="unseen">{word(dimensionWords[by])}</caption>
      <thead>
        <tr>
          <th scope="col">{word(dimensionWords[by])}</th>
          <th scope="col">
            <span className="unseen">{say('breakdown.bar')}</span>
          </th>
          <FigureHeadings columns={columns} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, group, ownBy, figure, main }) => (
          <tr key={`${value} ${group ?? ''}`}>
            <th scope="row">
              <strong>{groupWords(speech, by, value)}</strong>
              {group !== undefined && ownBy !== undefined && (
                <span className="small soft"> {ownGroupWords(speech, ownBy, group)}</span>
              )}
            </th>
            <td className="bar-cell">
              {main.value !== null && <Bar value={main.value} to={end} low={main.low} high={main.high} />}
            </td>
            <FigureCells
              period={period}
              place={{ indicator: id, group, dimension: by, value }}
              figure={figure}
              columns={columns}
              wordless
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
