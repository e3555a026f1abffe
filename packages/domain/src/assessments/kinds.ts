import { yesNo } from '../answers/index.ts'
import {
  codeList,
  type EntryFault,
  kind,
  language,
  number,
  oneOf,
  required,
  sealed,
  several,
} from '../journal/index.ts'

export const assessmentLists = {
  instruments: codeList('instruments', ['who5', 'phq9', 'gad7', 'pcl5', 'srq20', 'aso', 'sathi8']),
  modes: codeList('assessment_modes', ['self', 'read_aloud', 'phone', 'audio']),
} as const

/**
 * Lowest and highest score of each instrument. `sathi8` counts its domains at level 3 or above;
 * `aso` is a mean of item levels, so it may be fractional.
 */
export const scoreRanges: Readonly<
  Record<(typeof assessmentLists.instruments.codes)[number], { min: number; max: number }>
> = {
  who5: { min: 0, max: 100 },
  phq9: { min: 0, max: 27 },
  gad7: { min: 0, max: 21 },
  pcl5: { min: 0, max: 80 },
  srq20: { min: 0, max: 20 },
  aso: { min: 1, max: 4 },
  sathi8: { min: 0, max: 8 },
}

export const assessment = kind({
  name: 'assessment',
  subject: 'case',
  authorColumn: true,
  open: {
    instrument: required(oneOf(assessmentLists.instruments)),
    score: required(number(0, 100)),
    items: several(number(0, 100)),
    language: language(),
    mode: oneOf(assessmentLists.modes),
    by_own_caseworker: oneOf(yesNo),
  },
  sealed: { note: sealed('counselling', 'text', ['note']) },
  rule: ({ instrument, score }): readonly EntryFault[] => {
    const { min, max } = scoreRanges[instrument]
    if (score >= min && score <= max) return []
    return [{ field: 'score', accepted: `a score of ${instrument} from ${min} to ${max}` }]
  },
})

export const assessmentKinds = { assessment } as const
