import {
  type Breakdown,
  type Dimension,
  dimensionWords,
  type IndicatorId,
  type Period,
} from '@sathi/reporting/figures'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useSpeech } from '../../language/index.ts'
import { Section } from '../../ui/index.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { isDimension } from './read-breakdown.ts'

const route = getRouteApi('/report/indicators/$indicatorId')

type BreakdownSectionProps = {
  readonly id: IndicatorId
  readonly period: Period
  readonly breakdowns: Partial<Readonly<Record<Dimension, Breakdown>>>
}

/** How the figure differs between groups, by one thing at a time. */
export function BreakdownSection({ id, period, breakdowns }: BreakdownSectionProps) {
  const { say, word } = useSpeech()
  const wanted = route.useSearch().by
  const dimensions = Object.keys(breakdowns).filter(isDimension)
  const by = wanted !== undefined && dimensions.includes(wanted) ? wanted : dimensions[0]
  const breakdown = by === undefined ? undefined : breakdowns[by]
  if (by === undefined || breakdown === undefined) return null
  return (
    <Section title={say('breakdown.title')}>
      <nav className="actions screen-only" aria-label={say('breakdown.choose')}>
        {dimensions.map((dimension) => (
          <Link
            key={dimension}
            to="/report/indicators/$indicatorId"
            params={{ indicatorId: id }}
            search={{ ...period, by: dimension }}
            className="button"
            aria-current={dimension === by ? 'true' : undefined}
            replace
            resetScroll={false}
          >
            {word(dimensionWords[dimension])}
          </Link>
        ))}
      </nav>
      {by === 'type_of_exploitation' && <p className="soft">{say('breakdown.several')}</p>}
      <BreakdownTable {...{ id, period, by, breakdown }} />
    </Section>
  )
}
