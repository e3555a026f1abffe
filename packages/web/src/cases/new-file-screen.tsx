import { getKind } from '@sathi/domain/catalogue'
import type { Instant, SubjectId } from '@sathi/domain/journal'
import { mayWrite } from '@sathi/domain/staff'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { OpenDevice } from '../device/index.ts'
import { journalParts, useOpenedDevice, useRead } from '../journal/index.ts'
import { Button, Notice, Page, Waiting } from '../ui/index.ts'
import { newCaseCode } from './case-code.ts'
import { useCasesSpeech } from './cases-speech.ts'
import { NotRead } from './not-read.tsx'
import './cases.css'

const AddEntry = lazy(async () => ({ default: (await journalParts.write()).AddEntry }))

/** A file that is being opened. It is kept with its half-written form, so that both are found again. */
type Begun = { readonly subject: SubjectId; readonly code: string }

const draftName = 'new file'
const kind = getKind('case_opened')

async function findBegun(device: OpenDevice): Promise<Begun> {
  const kept = await device.findDraft(draftName)
  if (kept !== undefined) return kept.draft as Begun
  const begun = { subject: device.newId() as SubjectId, code: newCaseCode() }
  await device.keepDraft(draftName, begun)
  return begun
}

/** Opens the file of somebody new, under a code that tells nothing of her. */
export function NewFileScreen() {
  const { tell } = useCasesSpeech()
  const { device } = useOpenedDevice()
  const reading = useRead(findBegun, 'once')
  const { access } = device.profile()
  const now = new Date().toISOString() as Instant
  const nobody = { type: 'case', id: '' as SubjectId } as const
  if (access !== undefined && !mayWrite(access, kind.name, nobody, now))
    return (
      <Page title={tell('new.title')} back={<AllFiles />} narrow>
        <Notice standing="quiet" title={tell('new.noRight')}>
          <p>{tell('new.noRightWords')}</p>
        </Notice>
      </Page>
    )
  if (reading.state === 'failed') return <NotRead retry={reading.retry} />
  if (reading.state === 'reading') return <Waiting words={tell('new.title')} />
  return <Opening begun={reading.value} />
}

function Opening({ begun }: { begun: Begun }) {
  const { tell } = useCasesSpeech()
  const { device } = useOpenedDevice()
  const [code, setCode] = useState(begun.code)
  const forget = useCallback(() => device.dropDraft(draftName), [device])
  const another = async () => {
    const next = newCaseCode()
    await device.keepDraft(draftName, { ...begun, code: next })
    setCode(next)
  }
  return (
    <Suspense fallback={<Waiting words={tell('new.title')} />}>
      <AddEntry
        kind={kind}
        subject={begun.subject}
        subjectCode={code}
        back={<AllFiles />}
        lead={
          <div className="stack">
            <p>{tell('new.code')}</p>
            <p className="case-code">{code}</p>
            <p className="small">{tell('new.codeWords')}</p>
            <div>
              <Button onPress={another}>{tell('new.another')}</Button>
            </div>
          </div>
        }
        onSaved={forget}
      />
    </Suspense>
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
