import type { Compartment, Instant, SubjectId } from '@sathi/domain/journal'
import { mayWrite } from '@sathi/domain/staff'
import { Link } from '@tanstack/react-router'
import type { JournalEntry } from '../../device/index.ts'
import { StateMark } from '../../ui/index.ts'
import { kindName } from '../entry-words.ts'
import { useFormSpeech } from '../form/form-speech.ts'
import { useOpenedDevice } from '../opened/opened-device.tsx'
import type { TimelineFact } from './case-timeline.ts'
import { factLines } from './fact-lines.ts'
import { SealedPart } from './sealed-part.tsx'
import { useTimelineSpeech } from './timeline-speech.ts'

/** One fact of a file as it stands, what it said before folded below it, and what can be done about it. */
export function FactCard({ fact, subject }: { fact: TimelineFact; subject: SubjectId }) {
  const { tell, formats } = useTimelineSpeech()
  const { shown, standing, earlier, heads } = fact
  const isApart = heads.length > 1
  return (
    <article className="fact">
      <Standing one={shown} />
      {isApart && (
        <div className="fact-mark notice">
          <StateMark standing="notice" />
          <p>
            <strong>{tell('conflict')}</strong>
            <br />
            {tell('conflictWords')}
          </p>
        </div>
      )}
      <EntryBody one={shown} subject={subject} />
      {earlier.length > 0 && (
        <details>
          <summary>{tell('earlier', { count: earlier.length })}</summary>
          <ul className="plain-list earlier">
            {earlier.map((one) => (
              <li key={one.entry.id}>
                <p className="small soft">
                  {tell('until', { at: formats.instant(nextAfter(one, fact).entry.recordedAt) })}
                </p>
                <EntryBody one={one} subject={subject} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {standing === 'stands' && <Ways fact={fact} subject={subject} />}
    </article>
  )
}

/** What was taken back stays readable, folded away. */
export function TakenBackCard({ fact, subject }: { fact: TimelineFact; subject: SubjectId }) {
  const speech = useTimelineSpeech()
  const { tell, formats } = speech
  const { shown, takenBackBy } = fact
  return (
    <details className="fact taken-back">
      <summary>{tell('showTakenBack', { kind: kindName(speech, shown.entry.kind) })}</summary>
      {takenBackBy !== undefined && (
        <p className="small">{tell('takenBack', { at: formats.instant(takenBackBy.entry.recordedAt) })}</p>
      )}
      <EntryBody one={shown} subject={subject} />
    </details>
  )
}

function EntryBody({ one: { entry }, subject }: { one: JournalEntry; subject: SubjectId }) {
  const speech = useTimelineSpeech()
  const { tell, formats } = speech
  const lines = factLines(useFormSpeech(), entry)
  const at = formats.instant(entry.recordedAt)
  return (
    <>
      <h3>{kindName(speech, entry.kind)}</h3>
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
      {Object.keys(entry.sealed ?? {}).map((compartment) => (
        <SealedPart key={compartment} {...{ entry, subject }} compartment={compartment as Compartment} />
      ))}
      <p className="small soft">
        {entry.author === null ? tell('recorded', { at }) : tell('by', { author: entry.author, at })}
      </p>
    </>
  )
}

function Standing({ one: { standing } }: { one: JournalEntry }) {
  const { tell } = useTimelineSpeech()
  switch (standing?.state) {
    case undefined:
    case 'stored':
      return null
    case 'to-go':
      return <p className="small soft">{tell('here')}</p>
    case 'quarantined':
      return <p className="small soft">{tell('quarantined')}</p>
    case 'waiting':
    case 'refused':
      return (
        <div className="fact-mark">
          <StateMark standing="notice" />
          <p>
            {tell(standing.state === 'refused' ? 'refused' : 'waits')}{' '}
            <Link to="/notes/on-this-device">{tell('wayForward')}</Link>
          </p>
        </div>
      )
  }
}

/** The words on these links are short; for those who hear them they say which entry they are about. */
function Ways({ fact, subject }: { fact: TimelineFact; subject: SubjectId }) {
  const speech = useTimelineSpeech()
  const { tell, formats } = speech
  const { device } = useOpenedDevice()
  const { entry } = fact.shown
  const { access } = device.profile()
  const ref = { type: entry.subject.type, id: subject }
  if (access !== undefined && !mayWrite(access, entry.kind, ref, new Date().toISOString() as Instant))
    return null
  const about = (action: string) =>
    tell('aboutEntry', { action, kind: kindName(speech, entry.kind), day: formats.day(entry.occurredOn) })
  const way = (purpose: 'settle' | 'amend' | 'retract') => (
    <Link
      to="/notes/$subjectId/entries/$entryId/$purpose"
      params={{ subjectId: subject, entryId: entry.id, purpose }}
      className="big-link"
      aria-label={about(tell(purpose))}
    >
      {tell(purpose)}
    </Link>
  )
  return (
    <p className="fact-ways">
      {fact.heads.length > 1 ? way('settle') : way('amend')}
      {way('retract')}
    </p>
  )
}

/** The entry that came after one in its history. */
function nextAfter(one: JournalEntry, { shown, earlier }: TimelineFact): JournalEntry {
  return earlier[earlier.indexOf(one) - 1] ?? shown
}
