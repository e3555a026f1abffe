import { useEffect } from 'react'
import { useMemberSpeech } from './member-speech.ts'
import { thisGate } from './this-device.ts'
import { neutralPage, watchQuickExit } from './watch-quick-exit.ts'

/** Leaves for a neutral page without a way back, and locks behind. First in the tab order of every screen. */
export function QuickExit() {
  const { tell } = useMemberSpeech()
  useEffect(() => watchQuickExit(window, exit), [])
  return (
    <button
      type="button"
      className="quick-exit"
      onClick={exit}
      aria-label={tell('exitLong', { exit: tell('exit') })}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M6 6l12 12M18 6L6 18" fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>
      <span>{tell('exit')}</span>
    </button>
  )
}

function exit(): void {
  document.documentElement.dataset.covered = ''
  thisGate.lock()
  location.replace(neutralPage)
}
