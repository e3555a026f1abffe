import { yesNoUnknown } from '../answers/index.ts'
import { codeList, kind, oneOf, reference, required, sealed, several, wholeNumber } from '../journal/index.ts'
import { countries, districts } from '../places/index.ts'

export const caseLists = {
  pathways: codeList('pathways', ['shelter', 'prison', 'border', 'family', 'earlier_programme', 'other']),
  /** HTCDS 2.0 prs_Gender. */
  genders: codeList('genders', [
    'Feminine',
    'Masculine',
    'TransgenderFeminine',
    'TransgenderMasculine',
    'NonConforming',
    'NonSpecifiedUnknown',
  ]),
  ageBands: codeList('age_bands', ['0-11', '12-14', '15-17', '18-24', '25-34', '35+']),
  /** HTCDS 2.0 vic_TypeOfExploitation. */
  exploitationTypes: codeList('exploitation_types', [
    'ForcedLabour',
    'SexualExploitation',
    'ChildLabour',
    'ForcedMarriage',
    'Servitude',
    'ForcedMilitaryByNonStateActors',
    'OrganRemoval',
    'ForcedBegging',
    'ForcedAdoption',
    'Surrogacy',
    'Other',
  ]),
  closingReasons: codeList('closing_reasons', [
    'graduated',
    'moved',
    'declined_services',
    'lost_contact',
    'died',
    'duplicate',
    'other',
  ]),
  reopeningReasons: codeList('reopening_reasons', ['new_need', 'retrafficked', 'other']),
} as const

export const case_opened = kind({
  name: 'case_opened',
  subject: 'case',
  opens: true,
  open: {
    pathway: required(oneOf(caseLists.pathways)),
    gender: required(oneOf(caseLists.genders)),
    is_child: required(oneOf(yesNoUnknown)),
    age: wholeNumber(0, 120),
    age_band: oneOf(caseLists.ageBands),
    home_district: oneOf(districts),
    type_of_exploitation: several(oneOf(caseLists.exploitationTypes)),
    country_of_exploitation: oneOf(countries),
    referred_by: reference('agency'),
  },
  sealed: {
    names: sealed('casework', 'names', ['name_formal', 'name_call']),
    parents_names: sealed('casework', 'names', ['father_name', 'mother_name']),
    address: sealed('casework', 'text', ['address']),
    phones: sealed('casework', 'phones', ['phone']),
    photo: sealed('casework', 'file'),
    story: sealed('casework', 'text', ['story']),
  },
})

export const case_closed = kind({
  name: 'case_closed',
  subject: 'case',
  open: { reason: required(oneOf(caseLists.closingReasons)) },
  sealed: { note: sealed('casework', 'text', ['note']) },
})

export const case_reopened = kind({
  name: 'case_reopened',
  subject: 'case',
  open: { reason: required(oneOf(caseLists.reopeningReasons)) },
  sealed: { note: sealed('casework', 'text', ['note']) },
})

export const caseKinds = { case_opened, case_closed, case_reopened } as const
