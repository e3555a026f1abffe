import type { SubjectFacts, subjectJournalRoute } from '@sathi/contract/journal'
import { type Answer, ask } from './answer.ts'

export type { FactView, SubjectFacts, SubjectView } from '@sathi/contract/journal'

export function askForJournal(subjectId: string): Promise<Answer<SubjectFacts>> {
  return ask<typeof subjectJournalRoute>(`/api/subjects/${encodeURIComponent(subjectId)}/journal`, {})
}
