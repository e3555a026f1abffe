import type { EntryId, PartialDate, SubjectId, SubjectType } from '@sathi/domain/journal'
import { type Answer, ask } from './answer.ts'

/** A subject with its code; one that the server knows only by its id has neither type nor code. */
export type SubjectView = {
  readonly type?: SubjectType
  readonly id: SubjectId
  readonly code?: string
}

/** An entry as the screen sees it: coded facts only. */
export type FactView = {
  readonly id: EntryId
  readonly kind: string
  readonly version: number
  readonly subject: SubjectView
  readonly occurredOn: PartialDate
  readonly recordedAt: string
  readonly receivedAt: string
  readonly position: number
  readonly author: string | null
  readonly rowId: string | null
  readonly amends: EntryId | null
  readonly retracts: EntryId | null
  readonly open: Readonly<Record<string, unknown>>
}

export type Journal = { readonly subject: SubjectView; readonly entries: readonly FactView[] }

export function askForJournal(subjectId: string): Promise<Answer<Journal>> {
  return ask(`/subjects/${encodeURIComponent(subjectId)}/journal`)
}
