import {
  type Figure,
  type GroupedFigure,
  type IndicatorId,
  indicatorWords,
  type Period,
} from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import { Section, SeriesChart } from '../../ui/index.ts'
import { FigureCells } from '../figure/figure-cells.tsx'
import { figureColumns } from '../figure/figure-columns.ts'
import { FigureHeadings } from '../figure/figure-headings.tsx'
import { ownGroupWords } from '../figure/own-group-words.ts'
import { chartOf, type GroupSeries, seriesByGroup } from './series-of-figure.ts'

type SeriesSectionProps = {
  readonly id: IndicatorId
  readonly period: Period
  readonly series: Readonly<Record<string, Figure>>
}

/** How the figure went by quarter: drawn, and as a table of the same numbers. */
export function SeriesSection({ id, period, series }: SeriesSectionProps) {
  const { say } = useSpeech()
  const by = Object.values(series).find((figure) => figure.shape === 'grouped')
  return (
    <Section title={say('series.title')}>
      <p className="soft prose">{say('series.words')}</p>
      {seriesByGroup(series).map((one) => (
        <OneSeries
          key={one.group ?? ''}
          {...{ id, period, one }}
          by={by?.shape === 'grouped' ? by.by : undefined}
        />
      ))}
    </Section>
  )
}

type OneSeriesProps = Omit<SeriesSectionProps, 'series'> & {
  readonly one: GroupSeries
  readonly by: GroupedFigure['by'] | undefined
}

function OneSeries({ id, period, one, by }: OneSeriesProps) {
  const speech = useSpeech()
  const { say, word, formats } = speech
  const { group, quarters } = one
  const chart = chartOf(speech, one)
  const columns = figureColumns(quarters.map(({ figure }) => figure))
  const name = word(indicatorWords[id].name)
  const title =
    group === undefined || by === undefined
      ? name
      : say('figure.ofGroup', { name, group: ownGroupWords(speech, by, group) })
  return (
    <div className="stack">
      {chart.points.some(({ value }) => value !== null) ? (
        <figure className="sheet">
          <figcaption>{title}</figcaption>
          <SeriesChart label={say('series.chart', { name: title })} {...chart} />
        </figure>
      ) : (
        <h3>{title}</h3>
      )}
      <table className="figures cards compact">
        <caption className="unseen">{say('series.table', { name: title })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('series.quarter')}</th>
            <FigureHeadings columns={columns} />
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ quarter, figure }) => (
            <tr key={quarter}>
              <th scope="row">
                <strong>{formats.quarter(quarter)}</strong>
              </th>
              <FigureCells
                period={period}
                place={{ indicator: id, group, quarter }}
                figure={figure}
                columns={columns}
                wordless
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
