import { codeList, kind, oneOf, openText, required, word } from '../journal/index.ts'
import { countries, districts } from '../places/index.ts'

export const agencyLists = {
  /** HTCDS 2.0 org_Type. */
  agencyTypes: codeList('agency_types', [
    'NGO',
    'LawEnforcement',
    'HealthServiceOrganisation',
    'CentralGovernmentOrganisation',
    'LocalGovernmentOrganisation',
    'ImmigrationService',
    'LegalService',
    'CorporateBusiness',
    'SchoolOrCollege',
  ]),
  engagementForms: codeList('engagement_forms', [
    'meeting',
    'letter',
    'workshop',
    'joint_operation',
    'mou',
    'other',
  ]),
} as const

export const agency_registered = kind({
  name: 'agency_registered',
  subject: 'agency',
  open: {
    name: required(openText()),
    type: required(oneOf(agencyLists.agencyTypes)),
    country: required(oneOf(countries)),
    district: oneOf(districts),
  },
})

export const engagement_held = kind({
  name: 'engagement_held',
  subject: 'agency',
  open: { form: oneOf(agencyLists.engagementForms), topic: required(word()) },
})

export const agencyKinds = { agency_registered, engagement_held } as const
