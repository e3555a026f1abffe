import { codeList, kind, oneOf, reference, sealed } from '../journal/index.ts'

export const healthLists = {
  visitReasons: codeList('health_visit_reasons', [
    'check_up',
    'illness',
    'reproductive',
    'mental_health',
    'injury',
    'other',
  ]),
  visitOutcomes: codeList('health_visit_outcomes', ['treated', 'referred', 'admitted', 'declined']),
} as const

export const health_visit = kind({
  name: 'health_visit',
  subject: 'case',
  open: {
    reason: oneOf(healthLists.visitReasons),
    facility: reference('agency'),
    outcome: oneOf(healthLists.visitOutcomes),
  },
  sealed: { notes: sealed('health', 'text', ['notes']) },
})

export const healthKinds = { health_visit } as const
