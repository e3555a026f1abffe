import { type CodeList, codeList, compartments } from '../journal/index.ts'
import { roles } from './roles.ts'

export const auditLists = {
  suspensionReasons: codeList('suspension_reasons', [
    'left',
    'long_leave',
    'lost_device',
    'misconduct',
    'other',
  ]),
  breakGlassReasons: codeList('break_glass_reasons', [
    'danger_to_life',
    'worker_away',
    'court_or_police',
    'complaint',
    'other',
  ]),
  signInWays: codeList('sign_in_ways', ['passphrase', 'passkey']),
  signInFailures: codeList('sign_in_failures', ['wrong_passphrase', 'wrong_code', 'suspended', 'too_many']),
  wipeCauses: codeList('wipe_causes', ['asked', 'access_ended', 'wrong_attempts']),
  recoveryWays: codeList('recovery_ways', ['whole_key', 'two_of_three']),
  keyCauses: codeList('key_causes', ['first', 'access_ended', 'key_exposed']),
  exportForms: codeList('export_forms', ['line_list', 'workbook', 'report', 'backup']),
  quarantineOutcomes: codeList('quarantine_outcomes', ['taken', 'set_aside']),
  erasureReasons: codeList('erasure_reasons', ['survivor_asked', 'time_over', 'court']),
  erasureRemains: codeList('erasure_remains', ['coded_facts', 'nothing']),
} as const

/** What a field of an audit event holds: an id, a code, a count, an instant. Never a name and never free text. */
export type AuditField = {
  readonly holds:
    | { readonly type: 'member' | 'case' | 'device' | 'entry' | 'instant' | 'count' | 'yes_no' }
    | { readonly type: 'code'; readonly list: CodeList }
    | { readonly type: 'role' | 'compartment' }
  readonly required: boolean
  readonly several: boolean
}

/**
 * One kind of audit event. `words` says whether somebody writes words with it: they are sealed for the data-protection
 * lead and stand beside the fields, never in them.
 */
export type AuditDeclaration = {
  readonly fields: Readonly<Record<string, AuditField>>
  readonly words: 'sealed' | 'none'
}

const field = (holds: AuditField['holds']): AuditField => ({ holds, required: true, several: false })
const optional = (one: AuditField): AuditField => ({ ...one, required: false })
const several = (one: AuditField): AuditField => ({ ...one, several: true })
const code = (list: CodeList): AuditField => field({ type: 'code', list })

const member = field({ type: 'member' })
const ofCase = field({ type: 'case' })
const device = field({ type: 'device' })
const role = field({ type: 'role' })
const compartment = field({ type: 'compartment' })
const count = field({ type: 'count' })
const yesNo = field({ type: 'yes_no' })

function event<const Fields extends AuditDeclaration['fields']>(
  fields: Fields,
  words: AuditDeclaration['words'] = 'none',
) {
  return { fields, words }
}

/** Everything that is kept in the audit journal, by name. */
export const auditEvents = {
  member_invited: event({ member, roles: several(role) }),
  member_enrolled: event({ member, device }),
  roles_changed: event({ member, roles_before: several(role), roles: several(role) }),
  member_suspended: event({ member, reason: code(auditLists.suspensionReasons) }),
  member_restored: event({ member }),
  case_assigned: event({
    case: ofCase,
    member,
    as: optional(role),
    until: optional(field({ type: 'instant' })),
  }),
  case_unassigned: event({ case: ofCase, member, as: optional(role) }),
  break_glass_opened: event(
    { case: ofCase, reason: code(auditLists.breakGlassReasons), until: field({ type: 'instant' }) },
    'sealed',
  ),
  sealed_read: event({ case: ofCase, compartment, offline: yesNo }),
  signed_in: event({ way: code(auditLists.signInWays) }),
  sign_in_failed: event({ member: optional(member), cause: code(auditLists.signInFailures) }),
  signed_out: event({}),
  device_added: event({ device }),
  device_approved: event({ device, member }),
  device_locked: event({ device, member }),
  device_wiped: event({ device, member, cause: code(auditLists.wipeCauses) }),
  passphrase_changed: event({}),
  recovery_used: event({ member, way: code(auditLists.recoveryWays) }),
  key_version_made: event({
    case: ofCase,
    compartment,
    key_version: count,
    cause: code(auditLists.keyCauses),
  }),
  exported: event({ form: code(auditLists.exportForms), cases: count, sealed: yesNo }),
  imported: event({ entries: count, cases: count, sealed: yesNo }),
  index_searched: event({ candidates: count }),
  quarantine_settled: event({
    entry: field({ type: 'entry' }),
    outcome: code(auditLists.quarantineOutcomes),
  }),
  erased: event({
    case: ofCase,
    reason: code(auditLists.erasureReasons),
    remains: code(auditLists.erasureRemains),
  }),
} as const satisfies Readonly<Record<string, AuditDeclaration>>

export type AuditEventName = keyof typeof auditEvents
export const auditEventNames = Object.keys(auditEvents) as readonly AuditEventName[]

/** The codes that a field may hold, or undefined when it holds none. */
export function findAuditCodes({ holds }: AuditField): readonly string[] | undefined {
  if (holds.type === 'code') return holds.list.codes
  if (holds.type === 'role') return roles
  return holds.type === 'compartment' ? compartments : undefined
}
