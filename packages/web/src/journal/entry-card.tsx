import type { ReactNode } from 'react'
import type { FactView } from '../api/index.ts'
import { useSpeech } from '../language/index.ts'
import { kindName } from './entry-words.ts'
import { fieldLines } from './field-lines.ts'
import './journal.css'

type EntryCardProps = {
  readonly entry: FactView
  /** Said of an entry that no longer counts: amended or taken back. It is shown struck through. */
  readonly past?: ReactNode
  /** Says when it was recorded too, where that matters: when there is a history. */
  readonly dated?: boolean
}

/** One entry: its day, what kind of thing it says, and its coded fields in words. */
export function EntryCard({ entry, past, dated = false }: EntryCardProps) {
  const speech = useSpeech()
  const { say, formats } = speech
  const lines = fieldLines(speech, entry)
  return (
    <article className={past === undefined ? 'entry' : 'entry past'}>
      <p className="entry-head">
        <time dateTime={entry.occurredOn}>{formats.day(entry.occurredOn)}</time>
        <span className="entry-kind">{kindName(speech, entry.kind)}</span>
      </p>
      {past !== undefined && <p className="entry-past small">{past}</p>}
      {lines.length > 0 && (
        <dl className="entry-fields">
          {lines.map(({ field, label, value }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {entry.author !== null && <p className="small soft">{say('entry.by', { author: entry.author })}</p>}
      {dated && (
        <p className="small soft">{say('entry.recorded', { at: formats.instant(entry.recordedAt) })}</p>
      )}
    </article>
  )
}
