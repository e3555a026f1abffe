/** What a member does in the programme. A member may have several roles: she may do what any of them may. */
export const roles = [
  'caseworker',
  'counsellor',
  'health_worker',
  'legal_officer',
  'livelihoods_officer',
  'repatriation_officer',
  'peer_mentor',
  'training_officer',
  'supervisor',
  'clinical_supervisor',
  'me_officer',
  'director',
  'data_protection_lead',
  'partner_officer',
  'evaluator',
] as const
export type Role = (typeof roles)[number]

/**
 * Which cases a role reaches:
 * - `assigned`: cases that she is assigned to, with the sealed parts of the role's compartments;
 * - `own_pairs`: survivors whom she mentors, and of them only the card that each has released;
 * - `every_case_coded`: coded facts of every case under its code, never a sealed part;
 * - `none`: no case at all.
 *
 * Nobody reaches every case with its sealed parts. A supervisor reaches the cases that she is assigned to as their
 * supervisor: one list says who may see a case, and no second one (teams, branches) can disagree with it. For all
 * other cases there is break-glass.
 */
export const reaches = ['assigned', 'own_pairs', 'every_case_coded', 'none'] as const
export type Reach = (typeof reaches)[number]

/** What is done about people, keys and records, beside reading and writing journals. */
export const duties = [
  'invite_members',
  'give_roles',
  'suspend_members',
  'assign_cases',
  'see_access',
  'break_glass',
  'settle_quarantine',
  'read_audit',
  'approve_devices',
  'lock_devices',
  'use_recovery',
  'erase',
  'see_figures',
  'set_targets',
  'export_records',
] as const
export type Duty = (typeof duties)[number]

/**
 * The roles of the member who sets an organisation up. Together they read and write every kind and open every
 * compartment, so that one person can begin, bring existing records in, and hand the roles on.
 */
export const foundingRoles: readonly Role[] = [
  'director',
  'data_protection_lead',
  'supervisor',
  'clinical_supervisor',
  'training_officer',
  'me_officer',
]
