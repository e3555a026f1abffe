import type { EntryId, Instant, PartialDate, SubjectId, SubjectType } from '@sathi/domain/journal'
import { z } from 'zod'
import { branded, type Route } from '../route/index.ts'

/** A subject with its code; one that is known only by its id has neither type nor code. */
const SubjectView = z
  .strictObject({
    id: branded<SubjectId>(),
    type: branded<SubjectType>().optional(),
    code: z.string().optional(),
  })
  .readonly()
export type SubjectView = z.output<typeof SubjectView>

/** An entry as a screen shows it: coded facts with their place in the feed. Codes of cases stand in place of their ids. */
const FactView = z
  .strictObject({
    id: branded<EntryId>(),
    kind: z.string(),
    version: z.int(),
    subject: SubjectView,
    occurredOn: branded<PartialDate>(),
    recordedAt: branded<Instant>(),
    receivedAt: branded<Instant>(),
    position: z.int(),
    author: z.string().nullable(),
    rowId: z.string().nullable(),
    amends: branded<EntryId>().nullable(),
    retracts: branded<EntryId>().nullable(),
    open: z.record(z.string(), z.unknown()).readonly(),
  })
  .readonly()
export type FactView = z.output<typeof FactView>

/** A subject with some of its entries, or all of them in order of arrival. */
export const SubjectFacts = z
  .strictObject({ subject: SubjectView, entries: z.array(FactView).readonly() })
  .readonly()
export type SubjectFacts = z.output<typeof SubjectFacts>

export const subjectJournalRoute = {
  method: 'GET',
  path: '/api/subjects/:id/journal',
  summary: "A subject's journal in order of arrival",
  params: z.object({
    id: z
      .uuid()
      .toLowerCase()
      .transform((id) => id as SubjectId),
  }),
  answer: SubjectFacts,
} as const satisfies Route
