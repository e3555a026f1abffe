import { yesNoUnknown } from '../answers/index.ts'
import { codeList, date, kind, oneOf, reference, required, several, word } from '../journal/index.ts'
import { districts } from '../places/index.ts'

export const identificationLists = {
  postAgencies: codeList('post_agencies', ['bgb', 'police', 'other']),
  screeningResults: codeList('screening_results', ['presumed_victim', 'at_risk', 'not_indicated', 'unsure']),
  findings: codeList('screening_findings', ['confirmed', 'not_confirmed', 'unknown']),
} as const

export const post_registered = kind({
  name: 'post_registered',
  subject: 'post',
  open: { agency: required(oneOf(identificationLists.postAgencies)), district: oneOf(districts) },
})

export const post_roster = kind({
  name: 'post_roster',
  subject: 'post',
  open: { officer_code: required(reference('participant')), from: required(date()), to: date() },
})

export const screening_done = kind({
  name: 'screening_done',
  subject: 'screening',
  open: {
    post_code: reference('post'),
    officer_code: required(reference('participant')),
    agency: required(oneOf(identificationLists.postAgencies)),
    result: required(oneOf(identificationLists.screeningResults)),
    indicators: several(word()),
    is_child: oneOf(yesNoUnknown),
  },
})

export const screening_referred = kind({
  name: 'screening_referred',
  subject: 'screening',
  open: { referred_to: required(reference('agency')), acknowledged_on: date() },
})

export const screening_confirmed = kind({
  name: 'screening_confirmed',
  subject: 'screening',
  open: { finding: required(oneOf(identificationLists.findings)), case_code: reference('case') },
})

export const identificationKinds = {
  post_registered,
  post_roster,
  screening_done,
  screening_referred,
  screening_confirmed,
} as const
