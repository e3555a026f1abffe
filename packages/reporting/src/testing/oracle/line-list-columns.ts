import { QUESTIONS } from './slow-case-units.ts'

/** The open columns of each kind whose subject is a case, besides case_code; * marks those that must be filled. */
const CASE_KINDS: Record<string, string> = {
  case_opened:
    'pathway* gender* is_child* age age_band home_district type_of_exploitation country_of_exploitation referred_by',
  consent_given:
    'purpose* recipient expires_on given_by assent consents_to_interview informed_of_purpose informed_of_use informed_of_research_use informed_of_right_to_data informed_of_storage_period informed_of_withdrawal',
  consent_withdrawn: 'purpose* recipient',
  case_closed: 'reason*',
  case_reopened: 'reason*',
  repatriation_stage: 'stage* waiting_on checkpoint',
  repatriation_blocked: 'stage* reason*',
  repatriation_unblocked: 'stage*',
  repatriation_chased: 'stage* agency_code* channel answered',
  document_registered: 'document_type* issuer issued_on valid_until original',
  address_clue: 'source outcome',
  aftercare_enrolled: 'intensity* caseworker*',
  aftercare_ended: 'reason*',
  assessment: 'instrument* score* items language mode by_own_caseworker author',
  plan_goal: 'goal_id* domain* due_on status*',
  follow_up: 'channel* reached* safe due_on risk_flags author',
  risk_raised: 'risk_id* flag* level',
  risk_resolved: 'risk_id* action',
  service_given: 'service* provider outcome*',
  counselling_session: 'session_number* modality minutes',
  health_visit: 'reason facility outcome',
  graduation_decided: 'approved* accepted_by_survivor* approved_by',
  retrafficking_reported: 'incident_id* status*',
  vocational_enrolled: 'course* provider',
  vocational_ended: 'result*',
  job_placed: 'sector* employer_kind',
  job_checked: 'employed*',
  business_started: 'business_id* sector* grant currency*',
  business_month: 'business_id* month* sales* costs* drawings',
  business_closed: 'business_id* reason',
  mentoring_matched: 'match_id* mentor_code*',
  mentoring_ended: 'match_id* reason',
  mentoring_contact: 'match_id* channel',
  relief_need: 'crisis_code* needs*',
  relief_delivered: 'crisis_code* items* value currency',
  family_session: 'with* people',
  acceptance_measured: 'rater* score*',
  feedback_given: `${QUESTIONS.join(' ')} most_valued_service`,
  quote_offered: 'pseudonym* themes scope* expires_on approved_by_survivor*',
}

/** The columns of the other kinds; the first is the subject's code. */
const OTHER_KINDS: Record<string, string> = {
  course_held: 'course_code* audience* curriculum* starts_on* ends_on* district',
  course_participant:
    'course_code* participant_code* agency_code gender rank attended* pre_score post_score followup_score',
  post_registered: 'post_code* agency* district',
  post_roster: 'post_code* officer_code* from* to',
  screening_done: 'screening_code* post_code officer_code* agency* result* indicators is_child',
  screening_referred: 'screening_code* referred_to* acknowledged_on',
  screening_confirmed: 'screening_code* finding* case_code',
  agency_registered: 'agency_code* name* type* country* district',
  engagement_held: 'agency_code* form topic*',
  change_harvested: 'change_code* title* actor level* significance* contribution* status*',
  change_substantiated: 'change_code* verifier_independent* agrees*',
  crisis_declared: 'crisis_code* name* hazard* starts_on* ends_on districts',
  study_opened: 'study_code* title* design partner',
  study_interview: 'study_code* interviewee* case_code',
}

const marked: Record<string, string[]> = Object.fromEntries([
  ...Object.entries(CASE_KINDS).map(([kind, columns]) => [kind, `case_code* ${columns}`.split(' ')]),
  ...Object.entries(OTHER_KINDS).map(([kind, columns]) => [kind, columns.split(' ')]),
])

/** Every column that the file of a kind may have, in the order of the dictionary. */
export const COLUMNS: Record<string, string[]> = Object.fromEntries(
  Object.entries(marked).map(([kind, columns]) => [
    kind,
    ['row_id', 'occurred_on', ...columns.map((column) => column.replace('*', '')), 'amends', 'retracts'],
  ]),
)

/** The columns of a kind that a file cannot do without. */
export function requiredColumns(kind: string): string[] {
  const columns = (marked[kind] ?? []).filter((column) => column.endsWith('*'))
  return ['row_id', 'occurred_on', ...columns.map((column) => column.slice(0, -1))]
}

/** The column that names the subject of a kind: whose journal a row belongs to. */
export function subjectColumn(kind: string): string {
  const first = marked[kind]?.[0]
  if (first === undefined) throw new Error(`no such kind: ${kind}`)
  return first.slice(0, -1)
}

/** The columns that hold dates or partial dates. */
export const DATE_COLUMNS = [
  'occurred_on',
  'due_on',
  'expires_on',
  'issued_on',
  'valid_until',
  'starts_on',
  'ends_on',
  'from',
  'to',
  'acknowledged_on',
]
