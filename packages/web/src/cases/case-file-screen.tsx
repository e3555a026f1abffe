import type { SubjectId } from '@sathi/domain/journal'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import type { OpenDevice } from '../device/index.ts'
import { journalParts, useOpenedDevice, useRead } from '../journal/index.ts'
import { Page, Section, Waiting } from '../ui/index.ts'
import { useCasesSpeech } from './cases-speech.ts'
import { chosenName } from './chosen-name.ts'
import { FileSummary } from './file-summary.tsx'
import { NotRead } from './not-read.tsx'
import { Person } from './person.tsx'
import './cases.css'

const Timeline = lazy(async () => ({ default: (await journalParts.timeline()).Timeline }))

/** One case: at a glance, who she is when somebody opens it, and everything that happened, the newest first. */
export function CaseFileScreen() {
  const { tell } = useCasesSpeech()
  const { openedCases } = useOpenedDevice()
  const { subjectId = '' } = useParams({ strict: false })
  const subject = subjectId as SubjectId
  const read = useCallback(
    async (device: OpenDevice) => ({
      sheet: await device.findSheet(subject),
      journal: await device.readSubject(subject),
    }),
    [subject],
  )
  const reading = useRead(read)
  if (reading.state === 'failed') return <NotRead retry={reading.retry} />
  if (reading.state === 'reading') return <Waiting words={tell('file.back')} />
  const { sheet, journal } = reading.value
  if (journal.length === 0) return <NotHere />
  const name = chosenName(openedCases.get(subject)?.get('casework'))
  const code = sheet?.subjectCode ?? journal.find(({ subjectCode }) => subjectCode !== undefined)?.subjectCode
  return (
    <Page
      title={name ?? code ?? tell('code.none')}
      back={<AllFiles />}
      lead={name !== undefined && <p>{code}</p>}
    >
      {sheet !== undefined && <FileSummary sheet={sheet} />}
      <div className="actions">
        <Link to="/notes/$subjectId/add" params={{ subjectId }} className="button strong">
          {tell('file.add')}
        </Link>
      </div>
      <Person {...{ journal, subject }} />
      <Section title={tell('file.timeline')}>
        <Suspense fallback={<p>{tell('file.timeline')} …</p>}>
          <Timeline {...{ journal, subject }} />
        </Suspense>
      </Section>
    </Page>
  )
}

/** "Not yours" looks as "not there". */
function NotHere() {
  const { tell } = useCasesSpeech()
  return (
    <Page title={tell('file.notThere')} back={<AllFiles />} narrow>
      <p>{tell('file.notThereWords')}</p>
    </Page>
  )
}

function AllFiles() {
  const { tell } = useCasesSpeech()
  return (
    <Link to="/notes" className="big-link">
      {tell('file.back')}
    </Link>
  )
}
