import { communityLabels } from '@sathi/domain/community'
import { evaluationLabels } from '@sathi/domain/evaluation'
import type { Words } from '@sathi/domain/journal'
import { trainingLabels } from '@sathi/domain/training'
import { type GroupedFigure, notRecordedWords } from '@sathi/reporting/figures'
import type { Speech } from '../../language/index.ts'

// Taken from these rooms alone: the words of every room would make the first screen slow to arrive.
const labels: Readonly<Record<GroupedFigure['by'], Readonly<Record<string, Words>>>> = {
  audience: trainingLabels.lists.audiences,
  rater: communityLabels.lists.raters,
  interviewee: evaluationLabels.lists.interviewees,
}

/** A group by which an indicator itself parts its figure: audience, rater, interviewee. */
export function ownGroupWords({ word }: Speech, by: GroupedFigure['by'], group: string): string {
  if (group === 'not_recorded') return word(notRecordedWords)
  const words = labels[by][group]
  return words === undefined ? group : word(words)
}
