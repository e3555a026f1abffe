import { useSpeech } from '../language/index.ts'
import { EntryCard } from './entry-card.tsx'
import type { FactHistory } from './journal-history.ts'

/** A fact as it stands, and folded below it what it said before. */
export function HistoryOfFact({ fact: { entry, standing, earlier } }: { fact: FactHistory }) {
  const { say, formats } = useSpeech()
  const takenBack =
    standing.state === 'taken-back'
      ? say('journal.takenBack', { at: formats.instant(standing.by.recordedAt) })
      : undefined
  const later = [entry, ...earlier]
  return (
    <div className="fact-history">
      {takenBack === undefined ? (
        <EntryCard entry={entry} dated={earlier.length > 0} />
      ) : (
        <EntryCard entry={entry} past={takenBack} dated />
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{say('journal.earlier', { count: earlier.length })}</summary>
          {earlier.map((before, index) => (
            <EntryCard
              key={before.id}
              entry={before}
              dated
              past={say('journal.amended', {
                at: formats.instant(later[index]?.recordedAt ?? before.recordedAt),
              })}
            />
          ))}
        </details>
      )}
    </div>
  )
}
