import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import {
  type evaluationLists,
  feedback_given,
  feedbackQuestions,
  quote_offered,
  study_interview,
  study_opened,
} from './kinds.ts'

/** A form of feedback and how many of its questions were answered yes and no. */
export type Feedback = readonly [id: EntryId, day: DayNumber, yes: number, no: number]

/** Her words, offered under an invented name; the text itself stays sealed. */
export type Quote = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly pseudonym: string
  readonly scope: CodeOf<typeof evaluationLists.quoteScopes>
  readonly approved: boolean
  readonly expiresOn?: DayNumber
}

export type EvaluationSheet = {
  readonly feedback?: readonly Feedback[]
  readonly quotes?: readonly Quote[]
}

/** What she says of the help she had (EVA-1). */
export const evaluationPart = sheetPart({
  name: 'evaluation',
  subject: 'case',
  kinds: { feedback_given, quote_offered },
  fold: ({ feedback_given: forms, quote_offered: quotes }): EvaluationSheet =>
    recorded({
      feedback: unlessEmpty(
        forms.map(({ id, day, open }): Feedback => {
          const answers = feedbackQuestions.map((question) => open[question])
          const yes = answers.filter((answer) => answer === 'yes').length
          return [id, day, yes, answers.filter((answer) => answer === 'no').length]
        }),
      ),
      quotes: unlessEmpty(
        quotes.map(({ id, day, open }) =>
          recorded({
            id,
            day,
            pseudonym: open.pseudonym,
            scope: open.scope,
            approved: open.approved_by_survivor === 'yes',
            expiresOn: open.expires_on === undefined ? undefined : dayNumberOf(open.expires_on),
          }),
        ),
      ),
    }),
})

/** An interview for a study, by who was asked. Which survivor it was is not part of the sheet. */
export type Interview = readonly [
  id: EntryId,
  day: DayNumber,
  interviewee: CodeOf<typeof evaluationLists.interviewees>,
]

export type StudySheet = {
  readonly title?: string
  readonly design?: CodeOf<typeof evaluationLists.studyDesigns>
  readonly partner?: string
  readonly interviews?: readonly Interview[]
}

/** A study as last described, and its interviews (EVA-2). */
export const studiesPart = sheetPart({
  name: 'studies',
  subject: 'study',
  kinds: { study_opened, study_interview },
  fold: ({ study_opened: opened, study_interview: interviews }): StudySheet => {
    const study = opened.at(-1)?.open
    return recorded({
      title: study?.title,
      design: study?.design,
      partner: study?.partner,
      interviews: unlessEmpty(interviews.map(({ id, day, open }): Interview => [id, day, open.interviewee])),
    })
  },
})
