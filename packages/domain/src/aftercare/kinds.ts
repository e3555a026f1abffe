import { yesNo, yesNoUnknown } from '../answers/index.ts'
import { codeList, date, kind, oneOf, reference, required, sealed, several, word } from '../journal/index.ts'

export const aftercareLists = {
  intensities: codeList('intensities', ['intensive', 'light']),
  endingReasons: codeList('aftercare_ending_reasons', ['graduated', 'closed', 'transferred', 'other']),
  goalDomains: codeList('goal_domains', [
    'safety',
    'housing',
    'physical_health',
    'mind',
    'money_work_school',
    'family',
    'community',
    'rights_documents',
  ]),
  goalStatuses: codeList('goal_statuses', ['open', 'in_progress', 'met', 'dropped']),
  followUpChannels: codeList('follow_up_channels', ['home_visit', 'office', 'phone', 'video', 'group']),
  reached: codeList('reached', ['survivor', 'trusted_person', 'rumour', 'nobody']),
  riskLevels: codeList('risk_levels', ['low', 'medium', 'high']),
  services: codeList('services', [
    'psychosocial',
    'health',
    'legal',
    'shelter',
    'education',
    'vocational',
    'livelihood',
    'documents',
    'family_mediation',
    'other',
  ]),
  serviceOutcomes: codeList('service_outcomes', [
    'provided',
    'referred',
    'completed',
    'declined_by_survivor',
    'unavailable',
  ]),
  incidentStatuses: codeList('incident_statuses', ['suspected', 'confirmed', 'ruled_out']),
} as const

const note = { note: sealed('casework', 'text', ['note']) }

export const aftercare_enrolled = kind({
  name: 'aftercare_enrolled',
  subject: 'case',
  open: {
    intensity: required(oneOf(aftercareLists.intensities)),
    caseworker: required(reference('user')),
  },
})

export const aftercare_ended = kind({
  name: 'aftercare_ended',
  subject: 'case',
  open: { reason: required(oneOf(aftercareLists.endingReasons)) },
})

export const plan_goal = kind({
  name: 'plan_goal',
  subject: 'case',
  open: {
    goal_id: required(reference('goal')),
    domain: required(oneOf(aftercareLists.goalDomains)),
    due_on: date(),
    status: required(oneOf(aftercareLists.goalStatuses)),
  },
  sealed: { goal: sealed('casework', 'text', ['goal']) },
})

export const follow_up = kind({
  name: 'follow_up',
  subject: 'case',
  authorColumn: true,
  open: {
    channel: required(oneOf(aftercareLists.followUpChannels)),
    reached: required(oneOf(aftercareLists.reached)),
    safe: oneOf(yesNoUnknown),
    due_on: date(),
    risk_flags: several(word()),
  },
  sealed: { narrative: sealed('casework', 'text', ['narrative']) },
})

export const risk_raised = kind({
  name: 'risk_raised',
  subject: 'case',
  open: {
    risk_id: required(reference('risk')),
    flag: required(word()),
    level: oneOf(aftercareLists.riskLevels),
  },
  sealed: note,
})

export const risk_resolved = kind({
  name: 'risk_resolved',
  subject: 'case',
  open: { risk_id: required(reference('risk')), action: word() },
  sealed: note,
})

export const service_given = kind({
  name: 'service_given',
  subject: 'case',
  open: {
    service: required(oneOf(aftercareLists.services)),
    provider: reference('agency'),
    outcome: required(oneOf(aftercareLists.serviceOutcomes)),
  },
  sealed: note,
})

export const graduation_decided = kind({
  name: 'graduation_decided',
  subject: 'case',
  open: {
    approved: required(oneOf(yesNo)),
    accepted_by_survivor: required(oneOf(yesNo)),
    approved_by: reference('user'),
  },
  sealed: note,
})

export const retrafficking_reported = kind({
  name: 'retrafficking_reported',
  subject: 'case',
  open: {
    incident_id: required(reference('incident')),
    status: required(oneOf(aftercareLists.incidentStatuses)),
  },
  sealed: { note: sealed('legal', 'text', ['note']) },
})

export const aftercareKinds = {
  aftercare_enrolled,
  aftercare_ended,
  plan_goal,
  follow_up,
  risk_raised,
  risk_resolved,
  service_given,
  graduation_decided,
  retrafficking_reported,
} as const
