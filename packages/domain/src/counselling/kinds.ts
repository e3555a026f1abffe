import { codeList, kind, oneOf, required, sealed, wholeNumber } from '../journal/index.ts'

export const counsellingLists = {
  modalities: codeList('counselling_modalities', ['individual', 'family', 'group']),
} as const

export const counselling_session = kind({
  name: 'counselling_session',
  subject: 'case',
  open: {
    session_number: required(wholeNumber(1, 10_000)),
    modality: oneOf(counsellingLists.modalities),
    minutes: wholeNumber(0, 1440),
  },
  sealed: { notes: sealed('counselling', 'text', ['notes']) },
})

export const counsellingKinds = { counselling_session } as const
