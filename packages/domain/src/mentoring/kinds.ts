import { codeList, kind, oneOf, reference, required, sealed, word } from '../journal/index.ts'

export const mentoringLists = {
  contactChannels: codeList('mentoring_channels', ['visit', 'phone', 'group']),
} as const

export const mentoring_matched = kind({
  name: 'mentoring_matched',
  subject: 'case',
  open: { match_id: required(reference('match')), mentor_code: required(reference('mentor')) },
})

export const mentoring_ended = kind({
  name: 'mentoring_ended',
  subject: 'case',
  open: { match_id: required(reference('match')), reason: word() },
})

export const mentoring_contact = kind({
  name: 'mentoring_contact',
  subject: 'case',
  open: { match_id: required(reference('match')), channel: oneOf(mentoringLists.contactChannels) },
  sealed: { note: sealed('casework', 'text', ['note']) },
})

export const mentoringKinds = { mentoring_matched, mentoring_ended, mentoring_contact } as const
