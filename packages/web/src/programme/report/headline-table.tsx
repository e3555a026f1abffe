import { headlineIds, type Period, type Report } from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import { figureRows } from '../figure/figure-rows.ts'
import { FigureTable } from '../figure/figure-table.tsx'

/** Courses for others than these stand further down, with every indicator. */
const headlineAudiences = ['aftercare_stakeholder', 'bgb', 'police'] as const

type HeadlineTableProps = { readonly period: Period; readonly figures: Report['figures'] }

export function HeadlineTable({ period, figures }: HeadlineTableProps) {
  const speech = useSpeech()
  const rows = headlineIds.flatMap((id) =>
    figureRows(speech, id, figures[id], id === 'K1' ? headlineAudiences : undefined),
  )
  return (
    <div className="headline">
      <FigureTable caption={speech.say('report.headline')} captionUnseen period={period} rows={rows} />
    </div>
  )
}
