export * from './facts-search.ts'

/** The screens of this room, each loaded when somebody goes there. */
export const journalScreens = {
  facts: () => import('./facts-screen.tsx'),
  journal: () => import('./journal-screen.tsx'),
} as const

/** The form of any kind of entry, and the question before an entry is taken back: loaded when somebody writes. */
export const journalForms = {
  entry: () => import('./form/entry-form.tsx'),
  retract: () => import('./form/retract-question.tsx'),
} as const

export type { FormDraft } from './form/draft.ts'
export type { EntryDraft, Purpose, SaidEntry } from './form/entry-draft.ts'
export type { FormPorts, FormRefusal, Found } from './form/form-ports.ts'
export type * from './form/sealed-value.ts'
