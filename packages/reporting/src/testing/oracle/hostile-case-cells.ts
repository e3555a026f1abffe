import type { World } from './hostile-world.ts'
import type { Row } from './row.ts'
import { QUESTIONS, RATERS } from './slow-case-units.ts'

/** Makes the cells of one row, other than row_id, subject and occurred_on, which falls on `day`. */
export type CellMaker = (world: World, day: number, subject: string) => Row

export const DISTRICTS = ['BD4041', 'BD4047', 'BD3067', 'BD2019', 'BD1004', 'BD6036', 'BD5081']
const YES_NO = ['yes', 'no']
const RELIEF = ['groceries', 'hygiene', 'repairs', 'cash', 'medicine', 'shelter', 'other']
const SERVICES = ['psychosocial', 'health', 'legal', 'shelter', 'education', 'vocational', 'livelihood']
const AGES = ['', '', '0', '11', '12', '14', '15', '17', '18', '24', '25', '34', '35', '61']
const AGE_BANDS = ['', '', '0-11', '12-14', '15-17', '18-24', '25-34', '35+']
const TYPES = ['ForcedLabour', 'SexualExploitation', 'ChildLabour', 'ForcedMarriage', 'Servitude', 'Other']
const STAGES = ['rescued_or_detained', 'sheltered', 'handover', 'family_reunion', 'alternative_placement']
const OTHER_STAGES = [
  'lead',
  'victim_status',
  'home_investigation',
  'travel_permit',
  'reception',
  'closed_other',
]
const SCORE_LIMITS: Record<string, number> = {
  phq9: 27,
  gad7: 21,
  pcl5: 80,
  srq20: 20,
  aso: 4,
  sathi8: 8,
}

const repeated = (values: string[], { dice }: World): string =>
  dice.some(values, 0.35).join(';') || dice.pick(values)

/** How to fill a row of each kind about a case: every code the dictionary allows, cells left empty at random. */
export const CASE_CELLS: Record<string, CellMaker> = {
  case_opened: ({ dice, agencies }) => ({
    pathway: dice.pick(['shelter', 'prison', 'border', 'family', 'earlier_programme', 'other']),
    gender: dice.pick([
      'Feminine',
      'Feminine',
      'Feminine',
      'Masculine',
      'TransgenderFeminine',
      'NonConforming',
    ]),
    is_child: dice.pick(['yes', 'no', 'no', 'unknown']),
    age: dice.pick(AGES),
    age_band: dice.pick(AGE_BANDS),
    home_district: dice.pick(['', ...DISTRICTS]),
    type_of_exploitation: dice.some(TYPES, 0.25).join(';'),
    country_of_exploitation: dice.pick(['', 'IN', 'AE']),
    referred_by: dice.pick(['', ...agencies]),
  }),
  consent_given: ({ dice, agencies, date }, day) => ({
    purpose: dice.pick([
      'services',
      'referral',
      'legal',
      'media',
      'research',
      'photo',
      'peer_mentor',
      'statistics',
    ]),
    recipient: dice.pick(['', ...agencies]),
    expires_on: dice.pick(['', date(day + 365)]),
    given_by: dice.pick(['', 'self', 'guardian']),
    assent: dice.pick(['', ...YES_NO]),
    informed_of_use: dice.pick(['', ...YES_NO]),
  }),
  consent_withdrawn: ({ dice }) => ({ purpose: dice.pick(['services', 'media', 'photo']) }),
  case_closed: ({ dice }) => ({ reason: dice.pick(['graduated', 'moved', 'lost_contact', 'duplicate']) }),
  case_reopened: ({ dice }) => ({ reason: dice.pick(['new_need', 'retrafficked', 'other']) }),
  repatriation_stage: ({ dice, agencies }) => ({
    stage: dice.pick(dice.chance(0.85) ? STAGES : OTHER_STAGES),
    waiting_on: dice.pick(['', ...agencies]),
    checkpoint: dice.pick(['', 'benapole', 'tamabil', 'darshana', 'other']),
  }),
  repatriation_blocked: ({ dice }) => ({
    stage: dice.pick(STAGES),
    reason: dice.pick(['address_unknown', 'border_closed', 'permit_expired', 'other']),
  }),
  repatriation_unblocked: ({ dice }) => ({ stage: dice.pick(STAGES) }),
  repatriation_chased: ({ dice, agencies }) => ({
    stage: dice.pick(STAGES),
    agency_code: dice.pick(agencies),
    channel: dice.pick(['', 'letter', 'phone', 'email', 'visit', 'meeting']),
    answered: dice.pick(['', ...YES_NO]),
  }),
  document_registered: ({ dice, agencies, date }, day) => ({
    document_type: dice.pick(['RD01', 'RD09', 'RD10', 'RD21']),
    issuer: dice.pick(['', ...agencies]),
    issued_on: dice.pick(['', date(day - 3)]),
    valid_until: dice.pick(['', date(day + 90)]),
    original: dice.pick(['', ...YES_NO]),
  }),
  address_clue: ({ dice }) => ({
    source: dice.pick(['', 'survivor', 'family', 'police', 'other']),
    outcome: dice.pick(['', 'open', 'matched', 'ruled_out']),
  }),
  aftercare_enrolled: ({ dice, workers }) => ({
    intensity: dice.pick(['intensive', 'intensive', 'light']),
    caseworker: dice.pick(workers),
  }),
  aftercare_ended: ({ dice }) => ({ reason: dice.pick(['graduated', 'closed', 'transferred', 'other']) }),
  assessment: ({ dice, workers }) => {
    const instrument = dice.chance(0.7) ? 'who5' : dice.pick(Object.keys(SCORE_LIMITS))
    const who5 = [0, 40, 48, 50, 52, 58, 60, 62, 100, dice.whole(0, 100)]
    const score = instrument === 'who5' ? dice.pick(who5) : dice.whole(1, SCORE_LIMITS[instrument] ?? 1)
    return {
      instrument,
      score: String(score),
      language: dice.pick(['', 'bn']),
      mode: dice.pick(['', 'self', 'read_aloud', 'phone', 'audio']),
      by_own_caseworker: dice.pick(['', ...YES_NO]),
      author: dice.pick(['', ...workers]),
    }
  },
  plan_goal: ({ dice, date }, day, subject) => ({
    goal_id: `${subject}-g${dice.whole(1, 3)}`,
    domain: dice.pick(['safety', 'housing', 'mind', 'money_work_school', 'rights_documents']),
    due_on: dice.pick(['', date(day + 60)]),
    status: dice.pick(['open', 'in_progress', 'met', 'dropped']),
  }),
  follow_up: ({ dice, workers, date, from, to }, day) => ({
    channel: dice.pick(['home_visit', 'office', 'phone', 'video', 'group']),
    reached: dice.pick(['survivor', 'survivor', 'survivor', 'trusted_person', 'rumour', 'nobody']),
    safe: dice.pick(['', 'yes', 'no', 'unknown']),
    due_on: dice.pick([
      '',
      ...[-8, -7, 0, 3, 7, 8].map((late) => date(day - late)),
      ...[from - 1, from, to, to + 1].map(date),
    ]),
    risk_flags: dice.some(['debt', 'no_income', 'recent_threat'], 0.2).join(';'),
    author: dice.pick(['', ...workers, ...workers]),
  }),
  risk_raised: ({ dice }, _day, subject) => ({
    risk_id: `${subject}-r1`,
    flag: dice.pick(['debt', 'recent_threat', 'stigma_event']),
    level: dice.pick(['', 'low', 'medium', 'high']),
  }),
  risk_resolved: ({ dice }, _day, subject) => ({
    risk_id: `${subject}-r1`,
    action: dice.pick(['', 'cash_support', 'police_informed']),
  }),
  service_given: ({ dice, agencies }) => ({
    service: dice.pick(SERVICES),
    provider: dice.pick(['', ...agencies]),
    outcome: dice.pick(['provided', 'referred', 'completed', 'declined_by_survivor', 'unavailable']),
  }),
  counselling_session: ({ dice }) => ({
    session_number: String(dice.whole(1, 12)),
    modality: dice.pick(['', 'individual', 'family', 'group']),
    minutes: dice.pick(['', '40', '90']),
  }),
  health_visit: ({ dice, agencies }) => ({
    reason: dice.pick(['', 'check_up', 'illness', 'mental_health']),
    facility: dice.pick(['', ...agencies]),
    outcome: dice.pick(['', 'treated', 'referred', 'admitted', 'declined']),
  }),
  graduation_decided: ({ dice, workers }) => ({
    approved: dice.pick(['yes', 'yes', 'no']),
    accepted_by_survivor: dice.pick(['yes', 'yes', 'no']),
    approved_by: dice.pick(['', ...workers]),
  }),
  retrafficking_reported: ({ dice, incidents }) => ({
    incident_id: dice.pick(incidents),
    status: dice.pick(['suspected', 'confirmed', 'confirmed', 'ruled_out']),
  }),
  vocational_enrolled: ({ dice, agencies }) => ({
    course: dice.pick(['tailoring', 'block_print']),
    provider: dice.pick(['', ...agencies]),
  }),
  vocational_ended: ({ dice }) => ({ result: dice.pick(['completed', 'dropped']) }),
  job_placed: ({ dice }) => ({
    sector: dice.pick(['garments', 'ngo']),
    employer_kind: dice.pick(['', 'private']),
  }),
  job_checked: ({ dice }) => ({ employed: dice.pick(YES_NO) }),
  business_started: (world, _day, subject) => ({
    business_id: businessOf(world, subject),
    sector: world.dice.pick(['tailoring', 'poultry']),
    grant: world.dice.pick(['', '0', '25500', '19999.50']),
    currency: 'BDT',
  }),
  business_month: (world, day, subject) => {
    const { dice, date, to } = world
    const month = dice.pick([day, day, day - 31, to, to, to + 31, to - 31, to - 62]) + dice.pick([0, 1, -1])
    return {
      business_id: businessOf(world, subject),
      month: date(month).slice(0, 7),
      sales: dice.pick(['0', '500', '1000', '1500', '100.10', '200.20']),
      costs: dice.pick(['0', '500', '1000', '1500', '300.30']),
      drawings: dice.pick(['', '0', '200']),
    }
  },
  business_closed: (world, _day, subject) => ({
    business_id: businessOf(world, subject),
    reason: world.dice.pick(['', 'failed', 'sold', 'moved', 'chose_other_work', 'other']),
  }),
  mentoring_matched: ({ dice, matches }) => ({
    match_id: dice.pick(matches),
    mentor_code: dice.pick(['champion-1', 'champion-2']),
  }),
  mentoring_ended: ({ dice, matches }) => ({
    match_id: dice.pick(matches),
    reason: dice.pick(['', 'goal_reached']),
  }),
  mentoring_contact: ({ dice, matches }) => ({
    match_id: dice.pick(matches),
    channel: dice.pick(['', 'visit', 'phone', 'group']),
  }),
  relief_need: (world) => ({ crisis_code: world.dice.pick(world.crises), needs: repeated(RELIEF, world) }),
  relief_delivered: (world) => ({
    crisis_code: world.dice.pick(world.crises),
    items: repeated(RELIEF, world),
    value: world.dice.pick(['', '0', '1700', '4800.75']),
    currency: world.dice.pick(['', 'BDT']),
  }),
  family_session: ({ dice }) => ({
    with: dice.pick(['family', 'neighbours', 'leaders', 'school', 'employer']),
    people: dice.pick(['', '4', '11']),
  }),
  acceptance_measured: ({ dice }) => ({
    rater: dice.pick(RATERS),
    score: String(dice.pick([0, 20, 45, 50, 55, 100, dice.whole(0, 100)])),
  }),
  feedback_given: ({ dice }) => {
    const answered = dice.pick([0, 0.1, 0.1, 0.5, 1])
    const kind = dice.pick([YES_NO, YES_NO, ['yes'], ['no', 'no', 'yes']])
    return {
      ...Object.fromEntries(dice.some(QUESTIONS, answered).map((question) => [question, dice.pick(kind)])),
      most_valued_service: dice.pick(['', ...SERVICES]),
    }
  },
  quote_offered: ({ dice, date }, day) => ({
    pseudonym: dice.pick(['Kadam', 'Shapla']),
    themes: dice.some(['peer_support', 'business', 'stigma'], 0.5).join(';'),
    scope: dice.pick(['internal', 'donor', 'public']),
    expires_on: dice.pick(['', date(day + 365)]),
    approved_by_survivor: dice.pick(YES_NO),
  }),
}

/** A business of the survivor; one who owns none sometimes keeps a record for somebody else's. */
function businessOf({ dice, businesses }: World, subject: string): string {
  const own = businesses.filter((business) => business.owner === subject)
  if (own.length > 0) return dice.pick(own).id
  return businesses.length > 0 && dice.chance(0.3) ? dice.pick(businesses).id : `${subject}-b`
}
