import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button, Notice } from '../../ui/index.ts'
import type { LastAttempt } from './device-gate.ts'
import { useMemberSpeech } from './member-speech.ts'

type UnlockFormProps = {
  readonly last: LastAttempt | undefined
  readonly isUnlocking: boolean
  readonly onUnlock: (secret: string) => void
}

/** When few tries are left she has to know: after the last everything here is erased. */
const tellFrom = 5

/** The passphrase, and what became of the last try. Nothing that completes, corrects or keeps what is typed is near it. */
export function UnlockForm({ last, isUnlocking, onUnlock }: UnlockFormProps) {
  const { tell } = useMemberSpeech()
  const [secret, setSecret] = useState('')
  const [isShown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const seconds = useSecondsUntil(last === undefined || last.state === 'failed' ? 0 : last.until)
  const mayTry = seconds === 0 && !isUnlocking
  useEffect(() => {
    if (mayTry) input.current?.focus()
  }, [mayTry])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!mayTry || secret === '') return
    setSecret('')
    setShown(false)
    onUnlock(secret)
  }
  return (
    <form className="unlock" autoComplete="off" noValidate onSubmit={submit}>
      <label htmlFor={id}>{tell('unlock.passphrase')}</label>
      <div className="unlock-line">
        <input
          ref={input}
          id={id}
          type={isShown ? 'text' : 'password'}
          value={secret}
          readOnly={isUnlocking}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => setSecret(target.value)}
        />
        <Button onPress={() => setShown(!isShown)} aria-pressed={isShown}>
          {tell(isShown ? 'unlock.hide' : 'unlock.show')}
        </Button>
      </div>
      <Button type="submit" weight="strong" isDisabled={!mayTry}>
        {tell(isUnlocking ? 'unlock.busy' : 'unlock.go')}
      </Button>
      <div role="status" className="stack">
        {isUnlocking && (
          <>
            <progress aria-label={tell('unlock.busy')} />
            <p className="small soft">{tell('unlock.busyWords')}</p>
          </>
        )}
        {!isUnlocking && last !== undefined && <Told last={last} isWaiting={seconds > 0} />}
      </div>
      {seconds > 0 && !isUnlocking && <WaitLine seconds={seconds} />}
    </form>
  )
}

function Told({ last, isWaiting }: { last: LastAttempt; isWaiting: boolean }) {
  const { tell } = useMemberSpeech()
  if (last.state === 'failed')
    return (
      <Notice standing="notice" title={tell('unlock.failed')}>
        <p>{tell('unlock.failedWords')}</p>
      </Notice>
    )
  if (last.state === 'wait')
    return isWaiting ? <Notice standing="notice" title={tell('unlock.wait')} /> : null
  return (
    <Notice standing="notice" title={tell('unlock.wrong')}>
      <p>{tell('unlock.wrongWords')}</p>
      {last.attemptsLeft <= tellFrom && <p>{tell('unlock.left', { count: last.attemptsLeft })}</p>}
      {isWaiting && <p>{tell('unlock.wait')}</p>}
    </Notice>
  )
}

/** It counts on for the eye; for the ear the words above have said it once. */
function WaitLine({ seconds }: { seconds: number }) {
  const { tell } = useMemberSpeech()
  return (
    <p className="number">
      {seconds < 90
        ? tell('unlock.waitSeconds', { count: seconds })
        : tell('unlock.waitMinutes', { count: Math.round(seconds / 60) })}
    </p>
  )
}

function useSecondsUntil(until: number): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(until))
  useEffect(() => {
    const look = () => setSeconds(secondsUntil(until))
    look()
    if (until <= Date.now()) return
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [until])
  return seconds
}

function secondsUntil(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000))
}
