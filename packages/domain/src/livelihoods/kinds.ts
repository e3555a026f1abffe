import { yesNo } from '../answers/index.ts'
import { amount, codeList, kind, month, oneOf, reference, required, sealed, word } from '../journal/index.ts'
import { currencies } from '../places/index.ts'

export const livelihoodLists = {
  vocationalResults: codeList('vocational_results', ['completed', 'dropped']),
  businessClosingReasons: codeList('business_closing_reasons', [
    'failed',
    'sold',
    'moved',
    'chose_other_work',
    'other',
  ]),
} as const

export const vocational_enrolled = kind({
  name: 'vocational_enrolled',
  subject: 'case',
  open: { course: required(word()), provider: reference('agency') },
})

export const vocational_ended = kind({
  name: 'vocational_ended',
  subject: 'case',
  open: { result: required(oneOf(livelihoodLists.vocationalResults)) },
})

export const job_placed = kind({
  name: 'job_placed',
  subject: 'case',
  open: { sector: required(word()), employer_kind: word() },
  sealed: { employer: sealed('casework', 'text', ['employer']) },
})

export const job_checked = kind({
  name: 'job_checked',
  subject: 'case',
  open: { employed: required(oneOf(yesNo)) },
  sealed: { employer: sealed('casework', 'text', ['employer']) },
})

export const business_started = kind({
  name: 'business_started',
  subject: 'case',
  open: {
    business_id: required(reference('business')),
    sector: required(word()),
    grant: amount(),
    currency: required(oneOf(currencies)),
  },
  sealed: { name: sealed('casework', 'text', ['name']), place: sealed('casework', 'text', ['place']) },
})

export const business_month = kind({
  name: 'business_month',
  subject: 'case',
  open: {
    business_id: required(reference('business')),
    month: required(month()),
    sales: required(amount()),
    costs: required(amount()),
    drawings: amount(),
  },
})

export const business_closed = kind({
  name: 'business_closed',
  subject: 'case',
  open: {
    business_id: required(reference('business')),
    reason: oneOf(livelihoodLists.businessClosingReasons),
  },
})

export const livelihoodKinds = {
  vocational_enrolled,
  vocational_ended,
  job_placed,
  job_checked,
  business_started,
  business_month,
  business_closed,
} as const
