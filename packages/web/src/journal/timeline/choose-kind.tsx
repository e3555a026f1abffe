import { kindWords, roomWords } from '@sathi/domain/catalogue'
import type { AnyKind, Instant, SubjectId } from '@sathi/domain/journal'
import { Link } from '@tanstack/react-router'
import { useOpenedDevice } from '../opened/opened-device.tsx'
import { useTimelineSpeech } from './timeline-speech.ts'
import { kindsToWrite } from './usual-kinds.ts'
import './timeline.css'

/** What can be written about a case: the usual kinds as big buttons, every other by the room it belongs to. */
export function ChooseKind({ subject }: { subject: SubjectId }) {
  const { tell, word } = useTimelineSpeech()
  const { device } = useOpenedDevice()
  const { access } = device.profile()
  const now = new Date().toISOString() as Instant
  const { usual, rooms } = kindsToWrite(access, { type: 'case', id: subject }, now)
  if (rooms.length === 0) return <p>{tell('add.none')}</p>
  return (
    <>
      {usual.length > 0 && (
        <section className="section">
          <h2>{tell('add.usual')}</h2>
          <KindLinks kinds={usual} subject={subject} />
        </section>
      )}
      <section className="section">
        <h2>{tell('add.all')}</h2>
        <div className="stack">
          {rooms.map(({ room, kinds }) => (
            <details key={room} className="kinds-of-room">
              <summary>{word(roomWords(room))}</summary>
              <KindLinks kinds={kinds} subject={subject} />
            </details>
          ))}
        </div>
      </section>
    </>
  )
}

function KindLinks({ kinds, subject }: { kinds: readonly AnyKind[]; subject: SubjectId }) {
  const { word } = useTimelineSpeech()
  return (
    <ul className="plain-list kind-links">
      {kinds.map(({ name }) => (
        <li key={name}>
          <Link
            to="/notes/$subjectId/add/$kind"
            params={{ subjectId: subject, kind: name }}
            className="button"
          >
            {word(kindWords(name))}
          </Link>
        </li>
      ))}
    </ul>
  )
}
