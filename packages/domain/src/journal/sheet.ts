import type { Entry, EntryId, SubjectRef } from './entry.ts'
import type { AnyKind, OpenOf, SubjectType } from './kind.ts'
import { type Fact, resolveFacts } from './resolve-facts.ts'

/** The facts of one part's kinds, by kind name, each list in order of day and row id. */
export type FactsByKind<Kinds extends Readonly<Record<string, AnyKind>>> = {
  readonly [Name in keyof Kinds]: readonly Fact<OpenOf<Kinds[Name]>>[]
}

/**
 * Facts whose amendments were made apart and await a person who settles them: the amendments of each,
 * the shown one first. Absent when there are none.
 */
export type Unsettled = { readonly unsettled?: readonly (readonly EntryId[])[] }

/**
 * One room's part of a subject's sheet: a pure fold of that room's facts alone, so that whoever may read
 * the room's kinds computes the same part as the server. The body is plain JSON and knows neither its subject's id
 * nor any position.
 */
export type SheetPart<Body = unknown> = {
  readonly name: string
  readonly subject: SubjectType
  readonly kinds: readonly string[]
  /** Undefined when the facts leave nothing to tell. */
  fold(facts: readonly Fact[], subject: SubjectRef): Body | undefined
}

export type BodyOf<Part> = Part extends SheetPart<infer Body> ? Body : never

/** Declares a sheet part over the given kinds of one subject type. Every part marks its unsettled facts. */
export function sheetPart<
  const Kinds extends Readonly<Record<string, AnyKind>>,
  Body extends object,
>(declaration: {
  name: string
  subject: SubjectType
  kinds: Kinds
  fold: (facts: FactsByKind<Kinds>, subject: SubjectRef) => Body | undefined
}): SheetPart<Body & Unsettled> {
  const kindNames = Object.keys(declaration.kinds)
  return {
    name: declaration.name,
    subject: declaration.subject,
    kinds: kindNames,
    fold(facts, subject) {
      const byKind: Record<string, Fact[]> = Object.fromEntries(kindNames.map((name) => [name, []]))
      const unsettled: (readonly EntryId[])[] = []
      let any = false
      for (const fact of facts) {
        const list = byKind[fact.kind]
        if (list === undefined) continue
        list.push(fact)
        any = true
        if (fact.heads.length > 1) unsettled.push(fact.heads)
      }
      if (!any) return undefined
      const body = declaration.fold(byKind as unknown as FactsByKind<Kinds>, subject)
      return body === undefined || unsettled.length === 0 ? body : { ...body, unsettled }
    },
  }
}

/** Folds a part from the entries of its kinds; entries of other kinds are passed over. */
export function foldPart<Body>(
  part: SheetPart<Body>,
  entries: Iterable<Entry>,
  subject: SubjectRef,
): Body | undefined {
  const own: Entry[] = []
  for (const entry of entries) if (part.kinds.includes(entry.kind)) own.push(entry)
  return own.length === 0 ? undefined : part.fold(resolveFacts(own), subject)
}
