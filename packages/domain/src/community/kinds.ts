import { codeList, kind, number, oneOf, required, sealed, wholeNumber } from '../journal/index.ts'

export const communityLists = {
  sessionsWith: codeList('sessions_with', ['family', 'neighbours', 'leaders', 'school', 'employer']),
  raters: codeList('acceptance_raters', ['survivor', 'family', 'community']),
} as const

const note = { note: sealed('casework', 'text', ['note']) }

export const family_session = kind({
  name: 'family_session',
  subject: 'case',
  open: { with: required(oneOf(communityLists.sessionsWith)), people: wholeNumber(0, 10_000) },
  sealed: note,
})

export const acceptance_measured = kind({
  name: 'acceptance_measured',
  subject: 'case',
  open: { rater: required(oneOf(communityLists.raters)), score: required(number(0, 100)) },
  sealed: note,
})

export const communityKinds = { family_session, acceptance_measured } as const
