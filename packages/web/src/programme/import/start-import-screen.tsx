import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { NoServer, RefusalNotice } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Page, Progress } from '../../ui/index.ts'
import { ChooseFiles } from './choose-files.tsx'
import { ChosenFiles } from './chosen-files.tsx'
import type { Chosen } from './sort-chosen.ts'
import { forgetUpload, startUpload, useUpload } from './upload.ts'

/** Bringing records in: choose a folder or a workbook, look at what was chosen, send it. */
export function StartImportScreen() {
  const { say, formats } = useSpeech()
  const navigate = useNavigate()
  const upload = useUpload()
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined)
  useEffect(() => forgetUpload, [])
  const send = async (files: readonly File[]) => {
    const answer = await startUpload(files)
    if (answer.state === 'answered')
      await navigate({ to: '/import/$importId', params: { importId: answer.value.id } })
  }
  const { state } = upload
  return (
    <Page title={say('import.title')} lead={<p>{say('import.lead')}</p>} narrow>
      {state === 'sent' && upload.answer.state === 'refused' && (
        <RefusalNotice refusal={upload.answer.refusal} />
      )}
      {state === 'sent' && upload.answer.state === 'unreachable' && (
        <NoServer {...(chosen === undefined ? {} : { onRetry: () => send(chosen.taken) })} />
      )}
      {state === 'sending' ? (
        <div className="stack">
          <Progress
            label={say('import.sending')}
            words={say('import.sent', {
              sent: formats.bytes(upload.bytesSent),
              total: formats.bytes(upload.bytesTotal),
            })}
            done={upload.bytesTotal === 0 ? undefined : upload.bytesSent / upload.bytesTotal}
          />
          <p className="soft">{say('import.keepOpen')}</p>
        </div>
      ) : chosen === undefined ? (
        <ChooseFiles onChosen={setChosen} />
      ) : (
        <ChosenFiles chosen={chosen} onSend={() => send(chosen.taken)} onBack={() => setChosen(undefined)} />
      )}
    </Page>
  )
}
