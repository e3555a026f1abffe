import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import type { OpenDevice } from '../../device/index.ts'
import { useRead } from '../../journal/index.ts'
import { useMemberSpeech } from './member-speech.ts'
import { contactWithOffice } from './this-device.ts'

export const readProgress = (device: OpenDevice) => device.readProgress()

/** One quiet line: what is saved here, what has reached the office, when it last answered. It never stands in the way. */
export function SyncLine() {
  const { tell, formats } = useMemberSpeech()
  const reading = useRead(readProgress)
  const contact = useContactWords()
  if (reading.state !== 'there') return <p className="sync-line small soft">{tell('line.about')}</p>
  const { savedHere, reachedOffice, refused } = reading.value
  const parts = [
    savedHere === 0
      ? tell('line.all', { count: reachedOffice })
      : tell('line.here', { count: savedHere, office: formats.count(reachedOffice) }),
    ...(refused.length > 0 ? [tell('line.look', { count: refused.length })] : []),
    contact,
  ]
  return (
    <Link to="/notes/on-this-device" className="sync-line small soft">
      {parts.join(' · ')}
    </Link>
  )
}

/** When the office last answered, in words. */
export function useContactWords(): string {
  const { tell, formats } = useMemberSpeech()
  const last = useSyncExternalStore(contactWithOffice.onContact, contactWithOffice.last)
  const isOnline = useSyncExternalStore(hearNetwork, () => navigator.onLine)
  if (!isOnline) return tell('line.offline')
  if (last === undefined) return tell('line.noContact')
  return tell('line.contact', { at: formats.instant(new Date(last).toISOString()) })
}

function hearNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
