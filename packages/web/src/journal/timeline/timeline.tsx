import type { SubjectId } from '@sathi/domain/journal'
import { useMemo, useState } from 'react'
import type { JournalEntry } from '../../device/index.ts'
import { Button } from '../../ui/index.ts'
import { caseTimeline } from './case-timeline.ts'
import { FactCard, TakenBackCard } from './fact-card.tsx'
import { useTimelineSpeech } from './timeline-speech.ts'
import './timeline.css'

type TimelineProps = { readonly journal: readonly JournalEntry[]; readonly subject: SubjectId }

const daysAtOnce = 20

/** A case's facts day by day, the newest first. */
export function Timeline({ journal, subject }: TimelineProps) {
  const { tell, formats } = useTimelineSpeech()
  const days = useMemo(() => caseTimeline(journal), [journal])
  const [shown, setShown] = useState(daysAtOnce)
  if (days.length === 0) return <p>{tell('empty')}</p>
  const left = days.length - shown
  return (
    <>
      <ol className="plain-list timeline">
        {days.slice(0, shown).map(({ day, facts }) => (
          <li key={`${day}`}>
            <h2 className="timeline-day">
              <time dateTime={day}>{formats.day(day)}</time>
            </h2>
            {facts.map((fact) =>
              fact.standing === 'taken-back' ? (
                <TakenBackCard key={fact.shown.entry.id} {...{ fact, subject }} />
              ) : (
                <FactCard key={fact.shown.entry.id} {...{ fact, subject }} />
              ),
            )}
          </li>
        ))}
      </ol>
      {left > 0 && (
        <div>
          <Button onPress={() => setShown(shown + daysAtOnce)}>
            {tell('more', { count: Math.min(left, daysAtOnce) })}
          </Button>
        </div>
      )}
    </>
  )
}
