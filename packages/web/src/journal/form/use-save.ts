import type { Words } from '@sathi/domain/journal'
import { useRef, useState } from 'react'
import type { EntryDraft } from './entry-draft.ts'
import type { FormPorts } from './form-ports.ts'

/** How far the saving of an entry has come. `refused` carries words when whoever refused gave any. */
export type Saving =
  | { readonly state: 'writing' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  | { readonly state: 'refused'; readonly words: Words | undefined }

/** Saves once, however often the button is pressed, and says "saved" only when it is. */
export function useSave(onSave: FormPorts['onSave']) {
  const [saving, setSaving] = useState<Saving>({ state: 'writing' })
  // A second tap comes before the screen is drawn again: a state would still say that nothing is under way.
  const isUnderWay = useRef(false)
  const save = async (entry: EntryDraft): Promise<boolean> => {
    if (isUnderWay.current) return false
    isUnderWay.current = true
    setSaving({ state: 'saving' })
    try {
      const answer = await onSave(entry)
      if (answer === 'saved') {
        setSaving({ state: 'saved' })
        return true
      }
      setSaving({ state: 'refused', words: answer.refused })
    } catch {
      setSaving({ state: 'refused', words: undefined })
    }
    isUnderWay.current = false
    return false
  }
  return { saving, save, goOnWriting: () => setSaving({ state: 'writing' }) }
}
