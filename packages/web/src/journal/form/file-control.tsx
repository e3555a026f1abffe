import { useRef, useState } from 'react'
import { Button } from '../../ui/index.ts'
import type { ControlProps } from './field-frame.tsx'
import { useEntryForm } from './form-context.ts'
import { type FormMessageId, useFormSpeech } from './form-speech.ts'
import type { SealedFile } from './sealed-value.ts'
import { canRecord, VoiceRecorder } from './voice-recorder.tsx'

type FileControlProps = {
  readonly field: string
  readonly control: ControlProps
  readonly file: SealedFile | null
}

type Source = { readonly accept: string; readonly ask: FormMessageId }

const photo: Source = { accept: 'image/*', ask: 'file.photo' }
const scan: Source = { accept: 'image/*,application/pdf', ask: 'file.scan' }
const voice: Source = { accept: 'audio/*', ask: 'file.voice' }
const sources: Readonly<Record<string, Source>> = { photo, scan, voice, signature: scan }

type Taking = 'idle' | 'taking' | { readonly failed: string }

/** A photograph, voice or scan. Its file name is never shown: file names hold names. */
export function FileControl({ field, control, file }: FileControlProps) {
  const { tell, word, formats } = useFormSpeech()
  const { ports, setSealed } = useEntryForm()
  const [taking, setTaking] = useState<Taking>('idle')
  const input = useRef<HTMLInputElement>(null)
  const { accept, ask } = sources[field] ?? scan
  const attach = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setTaking('taking')
    try {
      const answer = await ports.attach(chosen)
      if ('refused' in answer) return setTaking({ failed: word(answer.refused) })
      setSealed(field, { holds: 'file', file: answer })
      setTaking('idle')
    } catch {
      setTaking({ failed: tell('file.failed') })
    }
  }
  return (
    <>
      {file === null ? (
        <div className="actions">
          <input
            ref={input}
            type="file"
            accept={accept}
            hidden
            onChange={({ target }) => {
              const chosen = target.files?.[0]
              attach(chosen)
              target.value = ''
            }}
          />
          <Button
            id={control.id}
            isDisabled={taking === 'taking'}
            {...(control['aria-describedby'] && { 'aria-describedby': control['aria-describedby'] })}
            onPress={() => input.current?.click()}
          >
            {tell(taking === 'taking' ? 'file.taking' : ask)}
          </Button>
          {field === 'voice' && canRecord() && <VoiceRecorder onRecorded={attach} />}
        </div>
      ) : (
        <div className="picked">
          <span className="picked-name">{tell('file.has', { size: formats.bytes(file.bytes) })}</span>
          <Button weight="quiet" onPress={() => setSealed(field, { holds: 'file', file: null })}>
            {tell('file.remove')}
          </Button>
        </div>
      )}
      <p role="status" className="form-fault">
        {typeof taking === 'object' ? taking.failed : ''}
      </p>
    </>
  )
}
