import { yesNo } from '../answers/index.ts'
import { codeList, date, kind, oneOf, reference, required, sealed } from '../journal/index.ts'

export const consentLists = {
  purposes: codeList('consent_purposes', [
    'services',
    'referral',
    'legal',
    'media',
    'research',
    'photo',
    'peer_mentor',
    'statistics',
  ]),
  givers: codeList('consent_givers', ['self', 'guardian']),
} as const

export const consent_given = kind({
  name: 'consent_given',
  subject: 'case',
  open: {
    purpose: required(oneOf(consentLists.purposes)),
    recipient: reference('agency'),
    expires_on: date(),
    given_by: oneOf(consentLists.givers),
    assent: oneOf(yesNo),
    consents_to_interview: oneOf(yesNo),
    informed_of_purpose: oneOf(yesNo),
    informed_of_use: oneOf(yesNo),
    informed_of_research_use: oneOf(yesNo),
    informed_of_right_to_data: oneOf(yesNo),
    informed_of_storage_period: oneOf(yesNo),
    informed_of_withdrawal: oneOf(yesNo),
  },
  sealed: {
    guardian: sealed('casework', 'text', ['guardian']),
    signature: sealed('casework', 'file'),
    voice: sealed('casework', 'file'),
  },
})

export const consent_withdrawn = kind({
  name: 'consent_withdrawn',
  subject: 'case',
  open: { purpose: required(oneOf(consentLists.purposes)), recipient: reference('agency') },
  sealed: { reason: sealed('casework', 'text', ['reason']) },
})

export const consentKinds = { consent_given, consent_withdrawn } as const
