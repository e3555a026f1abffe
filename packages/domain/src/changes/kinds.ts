import { yesNo } from '../answers/index.ts'
import { codeList, kind, oneOf, openText, reference, required, wholeNumber } from '../journal/index.ts'

export const changeLists = {
  changeLevels: codeList('change_levels', ['individual', 'community', 'institution', 'law']),
  contributions: codeList('contributions', ['none', 'partial', 'major']),
  changeStatuses: codeList('change_statuses', ['draft', 'agreed', 'substantiated', 'rejected']),
  agreements: codeList('agreements', ['fully', 'partly', 'no']),
} as const

export const change_harvested = kind({
  name: 'change_harvested',
  subject: 'change',
  open: {
    title: required(openText()),
    actor: reference('agency'),
    level: required(oneOf(changeLists.changeLevels)),
    significance: required(wholeNumber(1, 3)),
    contribution: required(oneOf(changeLists.contributions)),
    status: required(oneOf(changeLists.changeStatuses)),
  },
})

export const change_substantiated = kind({
  name: 'change_substantiated',
  subject: 'change',
  open: {
    verifier_independent: required(oneOf(yesNo)),
    agrees: required(oneOf(changeLists.agreements)),
  },
})

export const changeKinds = { change_harvested, change_substantiated } as const
