import { type IndicatorId, indicatorIds, indicatorWords } from '@sathi/reporting/figures'
import { getRouteApi, Link, notFound } from '@tanstack/react-router'
import { Answered, type ReportAnswer } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Page } from '../../ui/index.ts'
import { figureRows } from '../figure/figure-rows.ts'
import { FigureTable } from '../figure/figure-table.tsx'
import { PeriodChooser } from '../period/period-chooser.tsx'
import { BreakdownSection } from './breakdown-section.tsx'
import { SeriesSection } from './series-section.tsx'
import './indicator.css'

const report = getRouteApi('/report')
const route = getRouteApi('/report/indicators/$indicatorId')

/** One indicator: what it means, its figure, how it went by quarter, and how it differs between groups. */
export function IndicatorScreen() {
  const answer = report.useLoaderData()
  const { indicatorId } = route.useParams()
  if (!isIndicator(indicatorId)) throw notFound()
  if (answer === undefined) return null
  return (
    <Answered answer={answer} whole>
      {(value) => <Indicator id={indicatorId} answer={value} />}
    </Answered>
  )
}

function Indicator({ id, answer: { report } }: { id: IndicatorId; answer: ReportAnswer }) {
  const speech = useSpeech()
  const { say, word } = speech
  const { period, figures, series, breakdowns } = report
  const { name, meaning } = indicatorWords[id]
  return (
    <Page
      title={word(name)}
      back={
        <Link to="/report" search={period} className="big-link">
          {say('indicator.back')}
        </Link>
      }
      lead={
        <>
          <p>{word(meaning)}</p>
          <PeriodChooser period={period} />
        </>
      }
    >
      <FigureTable
        caption={say('indicator.figure')}
        captionUnseen
        bare
        period={period}
        rows={figureRows(speech, id, figures[id])}
      />
      <SeriesSection id={id} period={period} series={series[id]} />
      <BreakdownSection id={id} period={period} breakdowns={breakdowns[id]} />
    </Page>
  )
}

function isIndicator(id: string): id is IndicatorId {
  return indicatorIds.some((known) => known === id)
}
