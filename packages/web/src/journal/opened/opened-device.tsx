import type { Compartment, Day, SubjectId } from '@sathi/domain/journal'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { CompartmentAnswer, OpenDevice } from '../../device/index.ts'

/** What an open device is to the screens that stand on it. */
export type DeviceInHand = {
  readonly device: OpenDevice
  /** Hears that something came or went, here or in another tab; answers how to stop hearing. */
  readonly onChange: (listener: () => void) => () => void
  readonly lock: () => void
  /** Today where this device is, by the office's clock as it was last measured. */
  readonly today: Day
}

/** The compartments of cases that were opened since the device was unlocked, by case. */
type OpenedCases = ReadonlyMap<SubjectId, ReadonlyMap<Compartment, CompartmentAnswer>>

export type OpenedDevice = DeviceInHand & {
  readonly openedCases: OpenedCases
  /** Opens a compartment of a case, which is noted for the audit journal, and keeps what it says until the device locks. */
  readonly openCompartment: (subject: SubjectId, compartment: Compartment) => Promise<CompartmentAnswer>
}

const Opened = createContext<OpenedDevice | undefined>(undefined)

/** Locking takes it away, and with it everything decrypted that screens hold. */
export function OpenedDeviceProvider({ inHand, children }: { inHand: DeviceInHand; children: ReactNode }) {
  const [openedCases, setOpenedCases] = useState<OpenedCases>(new Map())
  const { device } = inHand
  const openCompartment = useCallback(
    async (subject: SubjectId, compartment: Compartment) => {
      const answer = await device.readCompartment(subject, compartment)
      setOpenedCases((before) => {
        const ofCase = new Map(before.get(subject)).set(compartment, answer)
        return new Map(before).set(subject, ofCase)
      })
      return answer
    },
    [device],
  )
  const value = useMemo<OpenedDevice>(
    () => ({ ...inHand, openedCases, openCompartment }),
    [inHand, openedCases, openCompartment],
  )
  return <Opened value={value}>{children}</Opened>
}

export function useOpenedDevice(): OpenedDevice {
  const opened = useContext(Opened)
  if (opened === undefined) throw new Error('a screen of the device outside of an open device')
  return opened
}
