import { dataQualityWords } from '@sathi/reporting/report'
import type { ReportAnswer } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Notice } from '../../ui/index.ts'

/** Doubts about the data behind the figures, such as dates that contradict each other. */
export function NotesOfReport({ notes }: { notes: ReportAnswer['notes'] }) {
  const { say, word, formats } = useSpeech()
  if (notes.length === 0) return null
  return (
    <Notice standing="notice" title={say('notes.title')}>
      <ul>
        {notes.map(({ code, count }) => (
          <li key={code}>
            {word(dataQualityWords[code])} <span className="number">({formats.count(count)})</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
