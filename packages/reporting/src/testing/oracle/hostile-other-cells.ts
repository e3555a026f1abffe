import { type CellMaker, DISTRICTS } from './hostile-case-cells.ts'
import { AUDIENCES, INTERVIEWEES } from './slow-training-units.ts'

const SCORES = ['', '0', '40', '55', '70', '99', '100']
const OFFICER_AGENCIES = ['bgb', 'bgb', 'bgb', 'police', 'other']

/** How to fill a row of each kind that is not about a case. */
export const OTHER_CELLS: Record<string, CellMaker> = {
  course_held: ({ dice, date }, day) => {
    const endsOn = day + dice.pick([0, 1, 1, 2, 30, 400])
    return {
      audience: dice.pick(['bgb', 'bgb', 'bgb', ...AUDIENCES]),
      curriculum: 'victim_identification',
      starts_on: date(day),
      ends_on: date(endsOn),
      district: dice.pick(['', ...DISTRICTS]),
    }
  },
  course_participant: ({ dice, officers, agencies }) => ({
    participant_code: dice.pick(officers),
    agency_code: dice.pick(['', ...agencies]),
    gender: dice.pick(['', 'Feminine', 'Masculine']),
    rank: dice.pick(['', 'sepoy', 'subedar']),
    attended: dice.pick(['1', '1', '0.8', '0.80', '0.79', '0.4', '0.5', '0']),
    pre_score: dice.pick(SCORES),
    post_score: dice.pick(SCORES),
    followup_score: dice.pick(SCORES),
  }),
  post_registered: ({ dice }) => ({
    agency: dice.pick(OFFICER_AGENCIES),
    district: dice.pick(['', ...DISTRICTS]),
  }),
  post_roster: ({ dice, officers, date, from, to }, day) => {
    const start = dice.pick([day, day, from - 40, from, to, to + 1])
    const ends = [
      start,
      start + 1,
      start + 40,
      start + 40,
      start + 400,
      start - 5,
      from - 1,
      from,
      to,
      to + 60,
    ]
    return {
      officer_code: dice.pick(officers),
      from: date(start),
      to: dice.chance(0.15) ? '' : date(dice.pick(ends)),
    }
  },
  screening_done: ({ dice, posts, officers }) => ({
    post_code: dice.pick(['', ...posts]),
    officer_code: dice.pick(officers),
    agency: dice.pick(OFFICER_AGENCIES),
    result: dice.pick([...Array(6).fill('presumed_victim'), 'at_risk', 'not_indicated', 'unsure']),
    indicators: dice.some(['no_documents', 'fear', 'escorted'], 0.3).join(';'),
    is_child: dice.pick(['', 'yes', 'no', 'unknown']),
  }),
  screening_referred: ({ dice, agencies, date }, day) => ({
    referred_to: dice.pick(agencies),
    acknowledged_on: dice.pick(['', date(day + 1)]),
  }),
  screening_confirmed: ({ dice, cases }) => ({
    finding: dice.pick(['confirmed', 'confirmed', 'not_confirmed', 'unknown']),
    case_code: dice.pick(['', dice.pick(cases)]),
  }),
  agency_registered: ({ dice }, _day, subject) => ({
    name: `Agency, "${subject}"`,
    type: dice.pick(['NGO', 'LawEnforcement', 'SchoolOrCollege']),
    country: dice.pick(['BD', 'IN']),
    district: dice.pick(['', ...DISTRICTS]),
  }),
  engagement_held: ({ dice }) => ({
    form: dice.pick(['', 'meeting', 'letter', 'workshop', 'joint_operation', 'mou', 'other']),
    topic: 'survivor_services',
  }),
  change_harvested: ({ dice, agencies }) => ({
    title: dice.pick(['Hospital opens a quiet room,\nfor survivors', 'Desk at the border "open" at night']),
    actor: dice.pick(['', ...agencies]),
    level: dice.pick(['individual', 'community', 'institution', 'law']),
    significance: dice.pick(['1', '2', '3']),
    contribution: dice.pick(['none', 'partial', 'major']),
    status: dice.pick(['draft', 'agreed', 'agreed', 'substantiated', 'rejected']),
  }),
  change_substantiated: ({ dice }) => ({
    verifier_independent: dice.pick(['yes', 'yes', 'no']),
    agrees: dice.pick(['fully', 'partly', 'no']),
  }),
  crisis_declared: ({ dice, date }, day, subject) => ({
    name: `Crisis ${subject}`,
    hazard: dice.pick(['pandemic', 'cyclone', 'flood', 'other']),
    starts_on: date(day),
    ends_on: dice.pick(['', date(day + 20)]),
    districts: dice.some(DISTRICTS, 0.3).join(';'),
  }),
  study_opened: ({ dice, agencies }, _day, subject) => ({
    title: `Study ${subject}`,
    design: dice.pick(['', 'comparative', 'cohort', 'qualitative', 'other']),
    partner: dice.pick(['', ...agencies]),
  }),
  study_interview: ({ dice, cases }) => {
    const interviewee = dice.pick(INTERVIEWEES)
    return { interviewee, case_code: interviewee === 'survivor' ? dice.pick(['', ...cases]) : '' }
  },
}
