import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OpenDevice, RoundAnswer, Sheet } from '../../device/index.ts'
import { useOpenedDevice, useRead } from '../../journal/index.ts'
import { Button, Page, Section, Waiting } from '../../ui/index.ts'
import { NotShown } from '../states.tsx'
import { type MemberMessageId, useMemberSpeech } from './member-speech.ts'
import { RefusedEntry } from './refused-entry.tsx'
import { RoomOnDevice } from './room-on-device.tsx'
import { useContactWords } from './sync-line.tsx'

const read = async (device: OpenDevice) => ({
  progress: await device.readProgress(),
  sheets: await device.listSheets(),
})

/** What is saved here, what has reached the office, and every entry that needs somebody, with a way forward. */
export function OnThisDeviceScreen() {
  const { tell, formats } = useMemberSpeech()
  const reading = useRead(read)
  const contact = useContactWords()
  if (reading.state === 'failed')
    return <NotShown error={new Error('what is saved could not be read')} reset={reading.retry} />
  if (reading.state === 'reading') return <Waiting words={tell('sent.title')} />
  const { progress, sheets } = reading.value
  const { savedHere, reachedOffice, refused, aside } = progress
  return (
    <Page title={tell('sent.title')} narrow>
      <dl className="sent-counts">
        <div>
          <dt>{tell('sent.saved')}</dt>
          <dd>{formats.count(savedHere)}</dd>
        </div>
        <div>
          <dt>{tell('sent.reached')}</dt>
          <dd>{formats.count(reachedOffice)}</dd>
        </div>
        <div>
          <dt>{tell('sent.contact')}</dt>
          <dd>{contact}</dd>
        </div>
      </dl>
      <ContactNow />
      <Section title={tell('refused.title')}>
        {refused.length === 0 ? (
          <p>{tell('refused.none')}</p>
        ) : (
          <ul className="plain-list stack">
            {refused.map((one) => (
              <li key={one.item.submission.entry.id} className="sheet">
                <RefusedEntry refused={one} code={codeOf(sheets, one.item.submission.entry.subject.id)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Conflicts sheets={sheets} />
      {aside.length > 0 && (
        <Section title={tell('aside.title')}>
          <p>{tell('aside.words', { count: aside.length })}</p>
        </Section>
      )}
      <RoomOnDevice />
    </Page>
  )
}

function Conflicts({ sheets }: { sheets: readonly Sheet[] }) {
  const { tell } = useMemberSpeech()
  const apart = sheets.filter(
    ({ subject, parts }) =>
      subject.type === 'case' &&
      Object.values(parts).some(
        ({ unsettled = [] }: { unsettled?: readonly unknown[] }) => unsettled.length > 0,
      ),
  )
  return (
    <Section title={tell('conflicts.title')}>
      {apart.length === 0 ? (
        <p>{tell('conflicts.none')}</p>
      ) : (
        <>
          <p>{tell('conflicts.words')}</p>
          <ul className="plain-list">
            {apart.map(({ subject, subjectCode }) => (
              <li key={subject.id}>
                <Link to="/notes/$subjectId" params={{ subjectId: subject.id }} className="big-link">
                  {subjectCode ?? subject.id}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function ContactNow() {
  const { tell } = useMemberSpeech()
  const { device } = useOpenedDevice()
  const [contact, setContact] = useState<'none' | 'busy' | MemberMessageId>('none')
  const go = async () => {
    setContact('busy')
    const answer = await device.sync().catch(() => undefined)
    setContact(toldOf(answer))
  }
  return (
    <div className="stack">
      <div>
        <Button weight="strong" isDisabled={contact === 'busy'} onPress={go}>
          {tell(contact === 'busy' ? 'sent.busy' : 'sent.go')}
        </Button>
      </div>
      <p role="status">{contact === 'none' || contact === 'busy' ? '' : tell(contact)}</p>
    </div>
  )
}

function toldOf(answer: RoundAnswer | undefined): MemberMessageId {
  switch (answer?.state) {
    case 'done':
      return 'sent.done'
    case 'too-old':
      return 'sent.too-old'
    case 'locked':
      return 'sent.locked'
    case 'elsewhere':
      return 'sent.elsewhere'
    case 'unreachable':
      return answer.why === 'signed-out' ? 'sent.signed-out' : 'sent.unreachable'
    default:
      return 'sent.unreachable'
  }
}

function codeOf(sheets: readonly Sheet[], subject: string): string | undefined {
  return sheets.find((sheet) => sheet.subject.id === subject)?.subjectCode
}
