import { aftercareLists } from '../aftercare/index.ts'
import { yesNo } from '../answers/index.ts'
import {
  codeList,
  date,
  kind,
  oneOf,
  openText,
  pseudonym,
  reference,
  required,
  sealed,
  several,
  word,
} from '../journal/index.ts'

export const evaluationLists = {
  quoteScopes: codeList('quote_scopes', ['internal', 'donor', 'public']),
  studyDesigns: codeList('study_designs', ['comparative', 'cohort', 'qualitative', 'other']),
  interviewees: codeList('interviewees', ['survivor', 'staff', 'stakeholder']),
} as const

/** The questions that a survivor answers about the help she had, in the order in which they are asked. */
export const feedbackQuestions = [
  'hours_suited',
  'comfortable_with_worker',
  'same_worker',
  'chose_support_person',
  'informed_of_options',
  'i_decided',
  'referred_elsewhere',
  'discreet_access',
  'confidentiality_respected',
  'private_meeting',
  'friendly',
  'open_minded',
  'answered_questions',
  'understandable',
  'enough_time',
  'helpful',
  'feel_better',
  'would_recommend',
] as const

const answer = oneOf(yesNo)

export const feedback_given = kind({
  name: 'feedback_given',
  subject: 'case',
  open: {
    hours_suited: answer,
    comfortable_with_worker: answer,
    same_worker: answer,
    chose_support_person: answer,
    informed_of_options: answer,
    i_decided: answer,
    referred_elsewhere: answer,
    discreet_access: answer,
    confidentiality_respected: answer,
    private_meeting: answer,
    friendly: answer,
    open_minded: answer,
    answered_questions: answer,
    understandable: answer,
    enough_time: answer,
    helpful: answer,
    feel_better: answer,
    would_recommend: answer,
    most_valued_service: oneOf(aftercareLists.services),
  },
  sealed: { words: sealed('casework', 'text', ['words']) },
})

export const quote_offered = kind({
  name: 'quote_offered',
  subject: 'case',
  open: {
    pseudonym: required(pseudonym()),
    themes: several(word()),
    scope: required(oneOf(evaluationLists.quoteScopes)),
    expires_on: date(),
    approved_by_survivor: required(oneOf(yesNo)),
  },
  sealed: {
    text: sealed('casework', 'text', ['text']),
    original_language: sealed('casework', 'text', ['original_language']),
  },
})

export const study_opened = kind({
  name: 'study_opened',
  subject: 'study',
  open: {
    title: required(openText()),
    design: oneOf(evaluationLists.studyDesigns),
    partner: reference('agency'),
  },
})

export const study_interview = kind({
  name: 'study_interview',
  subject: 'study',
  open: {
    interviewee: required(oneOf(evaluationLists.interviewees)),
    case_code: reference('case'),
  },
})

export const evaluationKinds = { feedback_given, quote_offered, study_opened, study_interview } as const
