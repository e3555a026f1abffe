import type { AnyKind, Day } from '@sathi/domain/journal'
import { createContext, useContext } from 'react'
import { differingFields } from './differing-fields.ts'
import type { FieldText, FormDraft, SealedDraft } from './draft.ts'
import type { Purpose } from './entry-draft.ts'
import type { FormFault } from './form-fault.ts'
import type { FormPorts } from './form-ports.ts'

/** What every control of one form shares. */
export type EntryFormState = {
  readonly kind: AnyKind
  readonly purpose: Purpose
  readonly today: Day
  readonly ports: FormPorts
  readonly draft: FormDraft
  readonly setDay: (text: string) => void
  readonly setOpen: (field: string, text: FieldText) => void
  readonly setSealed: (field: string, sealed: SealedDraft) => void
  /** Replaces one field by what an entry made apart says, which decides it. */
  readonly take: (field: string, head: number) => void
  /** Somebody has answered it herself since the form was opened. */
  readonly isDecided: (field: string) => boolean
  readonly faults: readonly FormFault[]
  readonly idOf: (field: string) => string
}

const FormContext = createContext<EntryFormState | undefined>(undefined)

export const FormProvider = FormContext.Provider

export function useEntryForm(): EntryFormState {
  const state = useContext(FormContext)
  if (state === undefined) throw new Error('a control outside of a form')
  return state
}

/** The first fault of a field, if any. */
export function useFault(field: string): FormFault | undefined {
  return useEntryForm().faults.find((fault) => fault.field === field)
}

/** Whether amendments made apart differ on a field, and nobody has chosen yet. */
export function useIsUndecided(field: string): boolean {
  const { kind, purpose, isDecided } = useEntryForm()
  return (
    purpose.type === 'settle' && !isDecided(field) && differingFields(kind, purpose.heads).includes(field)
  )
}
