import { caseLists } from '../cases/index.ts'
import { codeList, date, kind, number, oneOf, reference, required, word } from '../journal/index.ts'
import { districts } from '../places/index.ts'

export const trainingLists = {
  audiences: codeList('audiences', ['aftercare_stakeholder', 'bgb', 'police', 'other']),
} as const

export const course_held = kind({
  name: 'course_held',
  subject: 'course',
  open: {
    audience: required(oneOf(trainingLists.audiences)),
    curriculum: required(word()),
    starts_on: required(date()),
    ends_on: required(date()),
    district: oneOf(districts),
  },
})

export const course_participant = kind({
  name: 'course_participant',
  subject: 'course',
  open: {
    participant_code: required(reference('participant')),
    agency_code: reference('agency'),
    gender: oneOf(caseLists.genders),
    rank: word(),
    /** Share of the course attended, 0 to 1. */
    attended: required(number(0, 1)),
    pre_score: number(0, 100),
    post_score: number(0, 100),
    followup_score: number(0, 100),
  },
})

export const trainingKinds = { course_held, course_participant } as const
