import type { EntryFault } from './entry.ts'
import type { OpenField, SealedField } from './field.ts'

/** What a journal is about. */
export const subjectTypes = [
  'case',
  'course',
  'post',
  'screening',
  'agency',
  'crisis',
  'change',
  'study',
] as const
export type SubjectType = (typeof subjectTypes)[number]

export type OpenFields = Readonly<Record<string, OpenField>>
export type SealedFields = Readonly<Record<string, SealedField>>

/**
 * One kind of entry: the single declaration from which validation, form, storage, import, export and history follow.
 * `subjectCode` is the line-list column that says whose journal a row belongs to.
 */
export type Kind<
  Name extends string = string,
  Open extends OpenFields = OpenFields,
  Sealed extends SealedFields = SealedFields,
> = {
  readonly name: Name
  readonly subject: SubjectType
  readonly subjectCode: string
  /** From 1, one more with each change of the fields: an older copy keeps unjudged what a later version brought. */
  readonly version: number
  readonly open: Open
  readonly sealed: Sealed
  /** The entry's author stands as a column of its own in line lists. */
  readonly authorColumn: boolean
  /** This kind begins the subject's journal: the subject exists from it on and once only. */
  readonly opens: boolean
  /** What fields that are each good by themselves must not say together. */
  readonly rule: (open: OpenValues<Open>) => readonly EntryFault[]
}

type RequiredNames<Open extends OpenFields> = {
  [Name in keyof Open]: Open[Name]['required'] extends true ? Name : never
}[keyof Open]

type ValueOf<Field> = Field extends OpenField<infer Value, boolean> ? Value : never

/** The values of a kind's open fields: required ones are there, the others may be absent (absent means not recorded). */
export type OpenValues<Open extends OpenFields> = {
  readonly [Name in RequiredNames<Open>]: ValueOf<Open[Name]>
} & {
  readonly [Name in Exclude<keyof Open, RequiredNames<Open>>]?: ValueOf<Open[Name]>
}

const subjectCodes: Readonly<Record<SubjectType, string>> = {
  case: 'case_code',
  course: 'course_code',
  post: 'post_code',
  screening: 'screening_code',
  agency: 'agency_code',
  crisis: 'crisis_code',
  change: 'change_code',
  study: 'study_code',
}

/** Declares a kind. Its subject's code (`case_code`, `course_code` …) is not among its fields: the subject carries it. */
export function kind<
  const Name extends string,
  const Open extends OpenFields,
  const Sealed extends SealedFields = Record<never, never>,
>(declaration: {
  name: Name
  subject: SubjectType
  open: Open
  sealed?: Sealed
  version?: number
  authorColumn?: boolean
  opens?: boolean
  rule?: (open: OpenValues<Open>) => readonly EntryFault[]
}): Kind<Name, Open, Sealed> {
  return {
    name: declaration.name,
    subject: declaration.subject,
    subjectCode: subjectCodes[declaration.subject],
    version: declaration.version ?? 1,
    open: declaration.open,
    sealed: declaration.sealed ?? ({} as Sealed),
    authorColumn: declaration.authorColumn ?? false,
    opens: declaration.opens ?? false,
    rule: declaration.rule ?? (() => []),
  }
}

// Method parameters are compared loosely, so that a precisely typed kind is assignable where any kind is wanted.
export type AnyKind = Omit<Kind, 'rule'> & { rule(open: never): readonly EntryFault[] }

export type OpenOf<K> = K extends { open: infer Open extends OpenFields } ? OpenValues<Open> : never
