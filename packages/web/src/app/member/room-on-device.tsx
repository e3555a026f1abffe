import { useEffect, useState } from 'react'
import { readStorageStanding, type StorageStanding } from '../../device/index.ts'
import { Section, StateMark } from '../../ui/index.ts'
import { useMemberSpeech } from './member-speech.ts'

/** Whether the browser keeps what lies here, and how much room is left. */
export function RoomOnDevice() {
  const { tell, formats } = useMemberSpeech()
  const [standing, setStanding] = useState<StorageStanding>()
  useEffect(() => {
    readStorageStanding().then(setStanding, () => undefined)
  }, [])
  if (standing === undefined) return null
  const { persistence, used, room } = standing
  return (
    <Section title={tell('room.title')}>
      <p className="room-mark">
        <StateMark standing={persistence === 'promised' ? 'good' : 'notice'} />
        <span>{tell(`room.${persistence}`)}</span>
      </p>
      {used !== undefined && (
        <p className="small soft">
          {room === undefined
            ? tell('room.usedOnly', { used: formats.bytes(used) })
            : tell('room.used', { used: formats.bytes(used), room: formats.bytes(room) })}
        </p>
      )}
    </Section>
  )
}
