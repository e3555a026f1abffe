import type { Compartment, ReferredThing, Words } from '@sathi/domain/journal'
import type { FormDraft } from './draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { SealedFile } from './sealed-value.ts'

/** What somebody may pick for a reference: its code (of a case its id), what she sees, and a line about it. */
export type Found = { readonly value: string; readonly label: string; readonly about?: string }

/** Something that could not be done, in words that say what to do next. */
export type FormRefusal = { readonly refused: Words }

/** What a form asks of the device it is on. Nothing here needs a network. */
export type FormPorts = {
  /** Seals, signs and stores. The form says "saved" only after this answers so. */
  readonly onSave: (entry: EntryDraft) => Promise<'saved' | FormRefusal>
  /** Who will be able to read what is sealed in a compartment, by name or role. */
  readonly readersOf: (compartment: Compartment) => readonly string[]
  /** Things by their code or what else they are known by; the likeliest first when the text is empty. */
  readonly find: (thing: ReferredThing, text: string) => Promise<readonly Found[]>
  /** What a reference is called that was chosen before; undefined when it has no other name than its code. */
  readonly nameOf?: (thing: ReferredThing, value: string) => string | undefined
  /** A code for a thing that begins with this entry (a business, a goal, a match). */
  readonly propose?: (thing: ReferredThing) => string
  /** Code words that the organisation has used in this field. */
  readonly wordsUsed?: (kind: string, field: string) => readonly string[]
  /** Takes a photograph, voice or scan into the encrypted store. */
  readonly attach: (file: File) => Promise<SealedFile | FormRefusal>
  readonly findDraft: () => Promise<FormDraft | undefined>
  /** Keeps a half-written form, encrypted; throws it away when given nothing. */
  readonly keepDraft: (draft: FormDraft | undefined) => Promise<void>
}
