export * from './facts-search.ts'
export * from './opened/opened-device.tsx'
export * from './opened/use-read.ts'

/** The screens of this room, each loaded when somebody goes there. */
export const journalScreens = {
  facts: () => import('./facts-screen.tsx'),
  journal: () => import('./journal-screen.tsx'),
  add: () => import('./timeline/add-screens.tsx'),
  write: () => import('./timeline/write-screen.tsx'),
} as const

/** The form of any kind of entry, and the question before an entry is taken back: loaded when somebody writes. */
export const journalForms = {
  entry: () => import('./form/entry-form.tsx'),
  retract: () => import('./form/retract-question.tsx'),
} as const

/** What a case's screens are made of on an open device: its timeline, a sealed part, and the form on the device. */
export const journalParts = {
  timeline: () => import('./timeline/timeline.tsx'),
  word: () => import('./timeline/word-said.tsx'),
  sealedPart: () => import('./timeline/sealed-part.tsx'),
  write: () => import('./timeline/write-entry.tsx'),
  copy: () => import('./timeline/copy-to-new-entry.ts'),
} as const

export type { FormDraft } from './form/draft.ts'
export type { EntryDraft, Purpose, SaidEntry } from './form/entry-draft.ts'
export type { FormPorts, FormRefusal, Found } from './form/form-ports.ts'
export type * from './form/sealed-value.ts'
