import { useEffect, useState } from 'react'
import type { OpenDevice } from '../../device/index.ts'
import { useOpenedDevice } from './opened-device.tsx'

export type Reading<Value> =
  | { readonly state: 'reading' }
  | { readonly state: 'there'; readonly value: Value }
  | { readonly state: 'failed'; readonly retry: () => void }

/**
 * Reads something from the device, and again whenever something came or went. `once` is for what must not change under the
 * finger, and for what itself notes something by reading. `read` stays the same function while it asks the same thing.
 */
export function useRead<Value>(
  read: (device: OpenDevice) => Promise<Value>,
  how: 'followed' | 'once' = 'followed',
): Reading<Value> {
  const { device, onChange } = useOpenedDevice()
  const [reading, setReading] = useState<Reading<Value>>({ state: 'reading' })
  useEffect(() => {
    let isCurrent = true
    let isBusy = false
    let isStale = false
    const go = async () => {
      isStale = true
      if (isBusy) return
      isBusy = true
      while (isStale && isCurrent) {
        isStale = false
        try {
          const value = await read(device)
          if (isCurrent) setReading({ state: 'there', value })
        } catch {
          // What is shown stays: it is true as far as it goes.
          if (isCurrent)
            setReading((before) => (before.state === 'there' ? before : { state: 'failed', retry: again }))
        }
      }
      isBusy = false
    }
    const again = () => {
      setReading({ state: 'reading' })
      go()
    }
    again()
    const stop = how === 'followed' ? onChange(go) : undefined
    return () => {
      isCurrent = false
      stop?.()
    }
  }, [device, onChange, read, how])
  return reading
}
