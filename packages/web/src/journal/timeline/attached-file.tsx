import { useEffect, useState } from 'react'
import { Button } from '../../ui/index.ts'
import type { SealedFile } from '../form/sealed-value.ts'
import { useOpenedDevice } from '../opened/opened-device.tsx'
import { type TimelineMessageId, useTimelineSpeech } from './timeline-speech.ts'

type Showing =
  | { readonly state: 'shut' }
  | { readonly state: 'opening' }
  | { readonly state: 'shown'; readonly address: string }
  | { readonly state: 'not-shown'; readonly why: 'unreachable' | 'not-there' | 'refused' }

const shut: Showing = { state: 'shut' }

/** A photograph, voice or scan, decrypted when somebody asks for it and let go when she shuts it. */
export function AttachedFile({ file }: { file: SealedFile }) {
  const { tell, formats } = useTimelineSpeech()
  const { device } = useOpenedDevice()
  const [showing, setShowing] = useState(shut)
  const address = showing.state === 'shown' ? showing.address : undefined
  useEffect(() => (address === undefined ? undefined : () => URL.revokeObjectURL(address)), [address])
  const size = formats.bytes(file.bytes)
  const [type] = file.mediaType.split('/')
  if (type !== 'image' && type !== 'audio') return <p className="soft">{tell('file.noViewer', { size })}</p>
  const show = async () => {
    setShowing({ state: 'opening' })
    const answer = await device.readFile(file).catch(() => ({ state: 'refused' }) as const)
    if (answer.state !== 'open') return setShowing({ state: 'not-shown', why: answer.state })
    const content = new Blob([answer.content], { type: file.mediaType })
    setShowing({ state: 'shown', address: URL.createObjectURL(content) })
  }
  if (showing.state === 'shown')
    return (
      <div className="stack">
        {type === 'image' ? (
          <img className="attached" src={showing.address} alt={tell('file.photo')} />
        ) : (
          <audio controls src={showing.address} aria-label={tell('file.voice')}>
            <track kind="captions" />
          </audio>
        )}
        <div>
          <Button onPress={() => setShowing(shut)}>{tell('file.hide')}</Button>
        </div>
      </div>
    )
  return (
    <div className="stack">
      <div>
        <Button isDisabled={showing.state === 'opening'} onPress={show}>
          {showing.state === 'opening' ? tell('file.showing') : tell('file.show', { size })}
        </Button>
      </div>
      <p className="small" role="status">
        {showing.state === 'not-shown' ? tell(`file.${showing.why}` satisfies TimelineMessageId) : ''}
      </p>
    </div>
  )
}
