import { Link, Outlet } from '@tanstack/react-router'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { OpenDevice } from '../../device/index.ts'
import { OpenedDeviceProvider } from '../../journal/index.ts'
import { useSpeech } from '../../language/index.ts'
import { titleId } from '../../ui/index.ts'
import { LanguageSwitch, NativeReaderNote } from '../language-switch.tsx'
import { coverInBackground } from './cover-in-background.ts'
import { fetchMemberScreens } from './fetch-member-screens.ts'
import { LockScreen } from './lock-screen.tsx'
import { useMemberSpeech } from './member-speech.ts'
import { QuickExit } from './quick-exit.tsx'
import { SyncLine } from './sync-line.tsx'
import { thisGate } from './this-device.ts'
import { useToday } from './use-today.ts'
import './member.css'

/** What stands around every screen of a member's device, and in front of them while it is locked. */
export function MemberFrame() {
  const { tell } = useMemberSpeech()
  const gate = useSyncExternalStore(thisGate.subscribe, thisGate.get)
  useEffect(() => coverInBackground(), [])
  useEffect(() => {
    thisGate.look()
    fetchMemberScreens()
  }, [])
  const neutral = tell('neutral')
  useEffect(() => {
    document.title = neutral
  }, [neutral])
  return (
    <div className="member">
      {gate.state === 'open' ? (
        <Open device={gate.device} />
      ) : (
        <>
          <header className="member-head">
            <QuickExit />
          </header>
          <main className="member-main">
            <LockScreen gate={gate} />
          </main>
          <MemberFoot />
        </>
      )}
    </div>
  )
}

function Open({ device }: { device: OpenDevice }) {
  const { tell } = useMemberSpeech()
  const { say } = useSpeech()
  const today = useToday(device)
  const inHand = useMemo(
    () => ({ device, today, onChange: thisGate.device.onChange, lock: thisGate.lock }),
    [device, today],
  )
  return (
    <OpenedDeviceProvider inHand={inHand}>
      <header className="member-head">
        <QuickExit />
        <a className="skip unseen" href={`#${titleId}`}>
          {say('shell.skip')}
        </a>
        <nav aria-label={say('shell.ways')}>
          <Link to="/notes" activeOptions={{ exact: true }}>
            {tell('mine')}
          </Link>
        </nav>
        <button type="button" className="lock-button" onClick={thisGate.lock}>
          {tell('lock')}
        </button>
        <SyncLine />
      </header>
      <main className="member-main">
        <Outlet />
      </main>
      <MemberFoot />
    </OpenedDeviceProvider>
  )
}

function MemberFoot() {
  return (
    <footer className="member-foot small soft">
      <LanguageSwitch />
      <NativeReaderNote />
    </footer>
  )
}
