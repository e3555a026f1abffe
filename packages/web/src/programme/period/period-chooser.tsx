import type { Period } from '@sathi/reporting/figures'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useSpeech } from '../../language/index.ts'
import { Button } from '../../ui/index.ts'
import { yearPresets } from './period-presets.ts'
import './period-chooser.css'

const root = getRouteApi('__root__')
const OwnPeriod = lazy(async () => ({ default: (await import('./own-period.tsx')).OwnPeriod }))

/** The period in words, and on request the ways to another one: proposed, a year, a quarter, any two days. */
export function PeriodChooser({ period }: { period: Period }) {
  const { say, formats } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <div className="period">
      <p className="period-now">
        {say('period.words', { from: formats.day(period.from), to: formats.day(period.to) })}
      </p>
      <div className="screen-only">
        <Button aria-expanded={open} aria-controls="periods" onPress={() => setOpen(!open)}>
          {say(open ? 'period.close' : 'period.change')}
        </Button>
      </div>
      {open && (
        <div id="periods" className="sheet stack screen-only">
          <Presets />
          <Suspense fallback={<p className="soft">{say('waiting')}</p>}>
            <OwnPeriod key={`${period.from} ${period.to}`} period={period} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

function Presets() {
  const { say, formats } = useSpeech()
  const answer = root.useLoaderData()
  const organisation =
    answer.state === 'answered' && answer.value.state === 'ready' ? answer.value : undefined
  if (organisation === undefined) return null
  const { proposedPeriod, firstDay, lastDay } = organisation
  return (
    <>
      {proposedPeriod !== null && (
        <p>
          <PeriodLink to={proposedPeriod} words={say('period.proposed')} />
        </p>
      )}
      {firstDay !== null && lastDay !== null && (
        <ul className="plain-list stack">
          {yearPresets(firstDay, lastDay).map(({ year, period: whole, quarters }) => (
            <li key={year} className="year-preset">
              <PeriodLink to={whole} words={formats.year(year)} />
              {quarters.map((quarter, index) => (
                <PeriodLink
                  key={quarter.key}
                  to={quarter.period}
                  words={say('period.quarter', { number: formats.count(index + 1) })}
                  spoken={formats.quarter(quarter.key)}
                />
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type PeriodLinkProps = {
  readonly to: Period
  readonly words: string
  /** Said after the words where they are short for the eye. */
  readonly spoken?: string
}

function PeriodLink({ to, words, spoken }: PeriodLinkProps) {
  return (
    <Link
      to="."
      search={(before) => ({ ...before, ...to })}
      className="button"
      aria-label={spoken === undefined ? undefined : `${words}, ${spoken}`}
    >
      {words}
    </Link>
  )
}
