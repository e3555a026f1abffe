import type { Compartment, Instant, SubjectRef } from '@sathi/domain'

/** What is asked about an entry that somebody wants to write. Her recorded time is corrected by her clock's offset. */
export type WritingFacts = {
  readonly kind: string
  readonly subject: SubjectRef
  /** Nobody has opened the subject yet: this push does. */
  readonly opensSubject: boolean
  /** The compartments in which it seals something. */
  readonly compartments: readonly Compartment[]
  readonly recordedAt: Instant
  readonly receivedAt: Instant
}

/**
 * What a writer may do. `lost`: she might have when she wrote it, and may no more. `kind-not-yours`: the subject is hers
 * to see, entries of this kind are not hers to write. `not-there`: to her the subject is not there.
 */
export type WritingVerdict = 'allowed' | 'lost' | 'kind-not-yours' | 'not-there'

/** What one member may, as the rules of the work say it for the state of the store at one moment. */
export type AccessJudge = {
  /** Whether the subject is there to her at all. */
  maySee(subject: SubjectRef): boolean
  mayRead(kind: string, subject: SubjectRef): boolean
  mayOpen(compartment: Compartment, subject: SubjectRef): boolean
  judgeWriting(facts: WritingFacts): WritingVerdict
}
