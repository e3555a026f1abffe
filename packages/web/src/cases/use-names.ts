import type { SubjectId } from '@sathi/domain/journal'
import { useState } from 'react'
import { useOpenedDevice } from '../journal/index.ts'
import { chosenName } from './chosen-name.ts'

/** Names of the cases whose compartment is open. They are gone when the device locks. */
export function useNames() {
  const { openedCases, openCompartment } = useOpenedDevice()
  const [areShown, setShown] = useState(true)
  const [isOpening, setOpening] = useState(false)
  const isAnyOpen = openedCases.size > 0
  return {
    isOpening,
    areShown: areShown && isAnyOpen,
    find: (subject: SubjectId) =>
      areShown ? chosenName(openedCases.get(subject)?.get('casework')) : undefined,
    /** Opens the names of these cases, or hides all that are shown. */
    async toggle(subjects: readonly SubjectId[]): Promise<void> {
      if (areShown && isAnyOpen) return setShown(false)
      setShown(true)
      setOpening(true)
      try {
        for (const subject of subjects) {
          if (openedCases.get(subject)?.get('casework') === undefined)
            await openCompartment(subject, 'casework')
        }
      } catch {
        // The device was locked meanwhile, or could not note the reading: what is open stays open.
      }
      setOpening(false)
    },
  }
}
