import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/index.ts'
import { useFormSpeech } from './form-speech.ts'

type Recording = { readonly recorder: MediaRecorder; readonly chunks: Blob[] }

/** Whether this browser records at all. */
export function canRecord(): boolean {
  return typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined
}

/** Records a voice into memory, and hands it over when it is stopped. What is discarded or left is nowhere. */
export function VoiceRecorder({ onRecorded }: { onRecorded: (file: File) => void }) {
  const { tell, formats } = useFormSpeech()
  const [recording, setRecording] = useState<Recording>()
  const [isRefused, setRefused] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const running = useRef<MediaRecorder>(undefined)
  useEffect(() => () => stop(running.current), [])
  useEffect(() => {
    if (recording === undefined) return
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [recording])
  const begin = async () => {
    const heard = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined)
    setRefused(heard === undefined)
    if (heard === undefined) return
    const recorder = new MediaRecorder(heard)
    const chunks: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    recorder.start(1000)
    running.current = recorder
    setSeconds(0)
    setRecording({ recorder, chunks })
  }
  const end = (how: 'attach' | 'drop') => {
    if (recording === undefined) return
    const { recorder, chunks } = recording
    if (how === 'attach')
      recorder.addEventListener('stop', () => {
        // "audio/webm;codecs=opus": what a field keeps is the type alone.
        const [type = 'audio/webm'] = recorder.mimeType.split(';')
        onRecorded(new File(chunks, 'voice', { type }))
      })
    stop(recorder)
    setRecording(undefined)
  }
  if (recording === undefined)
    return (
      <>
        <Button onPress={begin}>{tell('record.begin')}</Button>
        <span role="status" className="form-fault">
          {isRefused ? tell('record.refused') : ''}
        </span>
      </>
    )
  return (
    <>
      <span className="number">{tell('record.running', { seconds: formats.count(seconds) })}</span>
      <Button weight="strong" onPress={() => end('attach')}>
        {tell('record.end')}
      </Button>
      <Button weight="quiet" onPress={() => end('drop')}>
        {tell('record.drop')}
      </Button>
    </>
  )
}

/** The microphone is let go too: its light must not stay on. */
function stop(recorder: MediaRecorder | undefined): void {
  if (recorder === undefined || recorder.state === 'inactive') return
  recorder.stop()
  for (const track of recorder.stream.getTracks()) track.stop()
}
