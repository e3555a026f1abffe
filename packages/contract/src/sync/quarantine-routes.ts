import type { EntryId, Instant, SubjectRef } from '@sathi/domain/journal'
import { EntryOnWire, PushOutcome } from '@sathi/sync/messages'
import { z } from 'zod'
import { branded, type Route } from '../route/index.ts'

/** Why an entry that waited is not taken into the journal. Codes alone: words about a case are sealed, and these are not. */
export const asideReasons = ['told-already', 'wrong-case', 'not-so', 'withdrawn', 'other'] as const
export type AsideReason = (typeof asideReasons)[number]

/** SHA-256 of the entry's canonical JSON, base64url: several may wait under one id. */
const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** An entry that waits for a person. What it says is there for who may read its kind in its case. */
export const WaitingEntry = z
  .strictObject({
    id: branded<EntryId>(),
    digest: Digest,
    why: z.enum(['access-lost', 'other-bytes']),
    /** The user code of who pushed it. */
    author: z.string(),
    receivedAt: branded<Instant>(),
    subject: z.custom<SubjectRef>(),
    subjectCode: z.string().nullable(),
    entry: EntryOnWire.nullable(),
  })
  .readonly()
export type WaitingEntry = z.output<typeof WaitingEntry>

const byEntry = z.object({ id: z.uuid().transform((id) => id as string as EntryId) })

export const quarantineRoute = {
  method: 'GET',
  path: '/api/quarantine',
  summary: 'Entries that wait for a person, oldest first',
  answer: z.strictObject({ waiting: z.array(WaitingEntry).readonly() }),
} as const satisfies Route

export const takeEntryRoute = {
  method: 'POST',
  path: '/api/quarantine/:id/taking',
  summary: 'Takes an entry that waited into the journal, as it is',
  params: byEntry,
  body: z.strictObject({ digest: Digest }),
  answer: PushOutcome,
} as const satisfies Route

export const setAsideRoute = {
  method: 'POST',
  path: '/api/quarantine/:id/setting-aside',
  summary: 'Leaves an entry that waited out of the journal, for a reason',
  params: byEntry,
  body: z.strictObject({ digest: Digest, reason: z.enum(asideReasons) }),
  answer: z.strictObject({ state: z.literal('set-aside') }),
} as const satisfies Route
