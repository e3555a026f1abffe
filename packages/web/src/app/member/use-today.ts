import { type Day, getDay } from '@sathi/domain/journal'
import { useEffect, useState } from 'react'
import type { OpenDevice } from '../../device/index.ts'

const look = 60_000

/** Today where this device is, by the office's clock as it was last measured: a phone's own may be days off. */
export function useToday(device: OpenDevice): Day {
  const [today, setToday] = useState(() => dayHere(0))
  useEffect(() => {
    let isCurrent = true
    const read = () =>
      device.readState().then(
        ({ clockOffset }) => isCurrent && setToday(dayHere(clockOffset)),
        () => undefined,
      )
    read()
    const timer = setInterval(read, look)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [device])
  return today
}

function dayHere(clockOffset: number): Day {
  const now = new Date(Date.now() + clockOffset)
  const two = (value: number) => String(value).padStart(2, '0')
  return getDay(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}
