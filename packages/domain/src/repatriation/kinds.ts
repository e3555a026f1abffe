import { yesNo } from '../answers/index.ts'
import { codeList, date, kind, oneOf, reference, required, sealed } from '../journal/index.ts'

export const repatriationLists = {
  /** The steps of the road home; several run side by side, so their order is a guide and no rule. */
  stages: codeList('repatriation_stages', [
    'lead',
    'rescued_or_detained',
    'victim_status',
    'sheltered',
    'statement',
    'identity_clues',
    'home_investigation',
    'nationality_verification',
    'bd_clearance',
    'repatriation_order',
    'travel_permit',
    'exit_permit',
    'transfer_to_border',
    'handover',
    'reception',
    'immediate_care',
    'family_reunion',
    'alternative_placement',
    'closed_other',
  ]),
  checkpoints: codeList('checkpoints', ['benapole', 'tamabil', 'darshana', 'other']),
  blockReasons: codeList('block_reasons', [
    'address_unknown',
    'cannot_identify_home',
    'needed_as_witness',
    'enquiry_not_done',
    'no_documents',
    'family_refuses',
    'border_closed',
    'permit_expired',
    'court_reluctant',
    'other',
  ]),
  chaseChannels: codeList('chase_channels', ['letter', 'phone', 'email', 'visit', 'meeting']),
  documentTypes: codeList('document_types', [
    'RD01',
    'RD02',
    'RD03',
    'RD04',
    'RD05',
    'RD06',
    'RD07',
    'RD08',
    'RD09',
    'RD10',
    'RD11',
    'RD12',
    'RD13',
    'RD14',
    'RD15',
    'RD16',
    'RD17',
    'RD18',
    'RD19',
    'RD20',
    'RD21',
  ]),
  clueSources: codeList('clue_sources', ['survivor', 'family', 'police', 'other']),
  clueOutcomes: codeList('clue_outcomes', ['open', 'matched', 'ruled_out']),
} as const

const note = { note: sealed('casework', 'text', ['note']) }

export const repatriation_stage = kind({
  name: 'repatriation_stage',
  subject: 'case',
  open: {
    stage: required(oneOf(repatriationLists.stages)),
    waiting_on: reference('agency'),
    checkpoint: oneOf(repatriationLists.checkpoints),
  },
  sealed: note,
})

export const repatriation_blocked = kind({
  name: 'repatriation_blocked',
  subject: 'case',
  open: {
    stage: required(oneOf(repatriationLists.stages)),
    reason: required(oneOf(repatriationLists.blockReasons)),
  },
  sealed: note,
})

export const repatriation_unblocked = kind({
  name: 'repatriation_unblocked',
  subject: 'case',
  open: { stage: required(oneOf(repatriationLists.stages)) },
})

export const repatriation_chased = kind({
  name: 'repatriation_chased',
  subject: 'case',
  open: {
    stage: required(oneOf(repatriationLists.stages)),
    agency_code: required(reference('agency')),
    channel: oneOf(repatriationLists.chaseChannels),
    answered: oneOf(yesNo),
  },
  sealed: note,
})

export const document_registered = kind({
  name: 'document_registered',
  subject: 'case',
  open: {
    document_type: required(oneOf(repatriationLists.documentTypes)),
    issuer: reference('agency'),
    issued_on: date(),
    valid_until: date(),
    original: oneOf(yesNo),
  },
  sealed: {
    number: sealed('legal', 'text', ['number']),
    holder: sealed('legal', 'text', ['holder']),
    scan: sealed('legal', 'file'),
  },
})

export const address_clue = kind({
  name: 'address_clue',
  subject: 'case',
  open: { source: oneOf(repatriationLists.clueSources), outcome: oneOf(repatriationLists.clueOutcomes) },
  sealed: { clue: sealed('casework', 'text', ['clue']) },
})

export const repatriationKinds = {
  repatriation_stage,
  repatriation_blocked,
  repatriation_unblocked,
  repatriation_chased,
  document_registered,
  address_clue,
} as const
