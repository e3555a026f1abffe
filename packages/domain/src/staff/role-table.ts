import type { KindName, RoomName } from '../catalogue/index.ts'
import type { Compartment } from '../journal/index.ts'
import type { Duty, Reach, Role } from './roles.ts'

/** Kinds of entries: whole rooms, single kinds beside them, and kinds of those rooms that are left out. */
export type KindChoice = {
  readonly rooms?: readonly RoomName[]
  readonly also?: readonly KindName[]
  readonly except?: readonly KindName[]
}

/** What one role may do. */
export type RoleRights = {
  readonly reach: Reach
  readonly reads: KindChoice
  readonly writes: KindChoice
  /** Compartments whose sealed parts she may open, of the cases that she reaches. */
  readonly opens: readonly Compartment[]
  readonly duties: readonly Duty[]
}

const nothing: KindChoice = {}

const casework: readonly RoomName[] = [
  'cases',
  'consent',
  'repatriation',
  'aftercare',
  'assessments',
  'livelihoods',
  'mentoring',
  'relief',
  'community',
]

const everything: readonly RoomName[] = [
  ...casework,
  'counselling',
  'health',
  'evaluation',
  'training',
  'identification',
  'agencies',
  'changes',
]

/**
 * Who may do what: the one table that server and device read.
 * - Whoever meets her opens `casework`, because her name and her safe contact are there. Who does not meet her does not.
 * - Notes of counselling are open to the counsellor and her clinical supervisor alone, not to the supervisor.
 * - Feedback is written on the caseworker's phone and not read there: it is about her.
 * - Two kinds join a code to a case that others may not know: `study_interview` and `screening_confirmed`. Only those
 *   who see every case by its code read them.
 */
export const roleTable: Readonly<Record<Role, RoleRights>> = {
  caseworker: {
    reach: 'assigned',
    reads: { rooms: [...casework, 'agencies'], also: ['quote_offered'] },
    writes: {
      rooms: [
        'cases',
        'consent',
        'aftercare',
        'assessments',
        'livelihoods',
        'mentoring',
        'relief',
        'community',
      ],
      also: ['address_clue', 'feedback_given', 'quote_offered'],
      except: ['crisis_declared'],
    },
    opens: ['casework'],
    duties: [],
  },
  counsellor: {
    reach: 'assigned',
    reads: {
      rooms: ['cases', 'consent', 'aftercare', 'assessments', 'counselling', 'community', 'agencies'],
    },
    writes: {
      rooms: ['consent', 'assessments', 'counselling', 'community'],
      also: ['service_given', 'risk_raised', 'risk_resolved', 'retrafficking_reported'],
    },
    opens: ['casework', 'counselling'],
    duties: [],
  },
  health_worker: {
    reach: 'assigned',
    reads: { rooms: ['cases', 'consent', 'aftercare', 'health', 'agencies'] },
    writes: {
      rooms: ['consent', 'health'],
      also: ['service_given', 'risk_raised', 'risk_resolved', 'retrafficking_reported'],
    },
    opens: ['casework', 'health'],
    duties: [],
  },
  legal_officer: {
    reach: 'assigned',
    reads: { rooms: ['cases', 'consent', 'repatriation', 'aftercare', 'agencies'] },
    writes: {
      rooms: ['consent', 'repatriation'],
      also: ['service_given', 'risk_raised', 'risk_resolved', 'retrafficking_reported'],
    },
    opens: ['casework', 'legal'],
    duties: [],
  },
  livelihoods_officer: {
    reach: 'assigned',
    reads: { rooms: ['cases', 'consent', 'aftercare', 'livelihoods', 'agencies'] },
    writes: {
      rooms: ['consent', 'livelihoods'],
      also: ['plan_goal', 'service_given', 'risk_raised', 'risk_resolved', 'retrafficking_reported'],
    },
    opens: ['casework'],
    duties: [],
  },
  repatriation_officer: {
    reach: 'assigned',
    reads: {
      rooms: ['cases', 'consent', 'repatriation', 'identification', 'agencies'],
      except: ['screening_confirmed'],
    },
    writes: {
      rooms: ['cases', 'consent', 'repatriation', 'agencies'],
      also: ['service_given', 'risk_raised', 'screening_done', 'screening_referred', 'screening_confirmed'],
    },
    opens: ['casework', 'legal'],
    duties: [],
  },
  peer_mentor: {
    reach: 'own_pairs',
    reads: nothing,
    writes: { also: ['mentoring_contact'] },
    opens: [],
    duties: [],
  },
  training_officer: {
    reach: 'none',
    reads: { rooms: ['training', 'agencies'], also: ['post_registered', 'post_roster'] },
    writes: { rooms: ['training', 'agencies'], also: ['post_registered', 'post_roster'] },
    opens: [],
    duties: [],
  },
  supervisor: {
    reach: 'assigned',
    reads: {
      rooms: [...casework, 'counselling', 'identification', 'agencies', 'changes'],
      also: ['feedback_given', 'quote_offered'],
      except: ['screening_confirmed'],
    },
    writes: {
      rooms: [...casework, 'identification', 'agencies', 'changes'],
      also: ['feedback_given', 'quote_offered'],
    },
    opens: ['casework', 'legal'],
    duties: [
      'assign_cases',
      'see_access',
      'break_glass',
      'settle_quarantine',
      'lock_devices',
      'see_figures',
      'export_records',
    ],
  },
  clinical_supervisor: {
    reach: 'assigned',
    reads: { rooms: ['cases', 'consent', 'aftercare', 'assessments', 'counselling', 'health', 'community'] },
    writes: {
      rooms: ['assessments', 'counselling', 'health'],
      also: ['risk_raised', 'risk_resolved'],
    },
    opens: ['counselling', 'health'],
    duties: ['break_glass', 'settle_quarantine'],
  },
  me_officer: {
    reach: 'every_case_coded',
    reads: { rooms: everything },
    writes: {
      rooms: ['agencies', 'changes'],
      also: ['crisis_declared', 'study_opened', 'study_interview'],
    },
    opens: [],
    duties: ['see_figures', 'set_targets', 'export_records'],
  },
  director: {
    reach: 'every_case_coded',
    reads: { rooms: everything, except: ['study_interview'] },
    writes: { rooms: ['agencies', 'changes'] },
    opens: [],
    duties: [
      'invite_members',
      'give_roles',
      'suspend_members',
      'see_figures',
      'set_targets',
      'export_records',
    ],
  },
  data_protection_lead: {
    reach: 'none',
    reads: nothing,
    writes: nothing,
    opens: [],
    duties: [
      'invite_members',
      'give_roles',
      'suspend_members',
      'see_access',
      'read_audit',
      'approve_devices',
      'lock_devices',
      'use_recovery',
      'erase',
    ],
  },
  partner_officer: {
    reach: 'none',
    reads: { also: ['post_registered', 'agency_registered'] },
    writes: { also: ['screening_done', 'screening_referred'] },
    opens: [],
    duties: [],
  },
  evaluator: {
    reach: 'every_case_coded',
    reads: { rooms: everything },
    writes: { also: ['study_opened', 'study_interview', 'change_substantiated'] },
    opens: [],
    duties: ['see_figures', 'export_records'],
  },
}
