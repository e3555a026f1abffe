import type { AnyKind, OpenField, SealedField } from '@sathi/domain/journal'
import { nameKinds, parentKinds, type SealedFile } from './sealed-value.ts'

/** What a control holds: text as it was typed; several texts where the field takes several values. */
export type FieldText = string | readonly string[]

export type NameDraft = { readonly text: string; readonly kind: string }

export type PhoneDraft = {
  readonly number: string
  readonly whose: string
  readonly others: string
  readonly call: string
  readonly text: string
  readonly message: string
  readonly sayWeAre: string
  readonly days: readonly string[]
  readonly hours: string
  readonly codeWord: string
  readonly dangerWord: string
}

export type SealedDraft =
  | { readonly holds: 'text'; readonly text: string }
  | { readonly holds: 'names'; readonly names: readonly NameDraft[] }
  | { readonly holds: 'phones'; readonly phones: readonly PhoneDraft[] }
  | { readonly holds: 'file'; readonly file: SealedFile | null }

/** A half-written entry. Plain JSON, so that it can be kept (encrypted) and found again. */
export type FormDraft = {
  readonly kind: string
  readonly version: number
  readonly occurredOn: string
  readonly open: Readonly<Record<string, FieldText>>
  readonly sealed: Readonly<Record<string, SealedDraft>>
}

export const blankPhone: PhoneDraft = {
  number: '',
  whose: '',
  others: '',
  call: '',
  text: '',
  message: '',
  sayWeAre: '',
  days: [],
  hours: '',
  codeWord: '',
  dangerWord: '',
}

/** The form before anything is typed; nothing is answered in it but the day, which is nearly always today. */
export function emptyDraft(kind: AnyKind, today: string): FormDraft {
  return {
    kind: kind.name,
    version: kind.version,
    occurredOn: today,
    open: mapFields(kind.open, emptyText),
    sealed: mapFields(kind.sealed, (field, name) => emptySealed(field, name)),
  }
}

export function emptyText({ several }: OpenField): FieldText {
  return several ? [] : ''
}

export function emptySealed({ holds }: SealedField, name: string): SealedDraft {
  switch (holds) {
    case 'text':
      return { holds, text: '' }
    case 'names':
      return {
        holds,
        names: nameKindsOf(name)
          .slice(0, 2)
          .map((kind) => ({ text: '', kind })),
      }
    case 'phones':
      return { holds, phones: [] }
    case 'file':
      return { holds, file: null }
  }
}

/** Which kinds of names a field holds: a person's own, or her parents'. */
export function nameKindsOf(field: string): readonly string[] {
  return field === 'parents_names' ? parentKinds : nameKinds
}

/**
 * A kept draft as this version of the form takes it: a field that is not there any more, or holds something else now,
 * begins empty, everything else is as it was typed. Undefined when the draft is of another kind.
 */
export function reopenDraft(kind: AnyKind, kept: FormDraft): FormDraft | undefined {
  if (kept.kind !== kind.name) return undefined
  return {
    kind: kind.name,
    version: kind.version,
    occurredOn: kept.occurredOn,
    open: mapFields(kind.open, (field, name) => {
      const text = kept.open[name]
      return text !== undefined && Array.isArray(text) === field.several ? text : emptyText(field)
    }),
    sealed: mapFields(kind.sealed, (field, name) => {
      const sealed = kept.sealed[name]
      return sealed?.holds === field.holds ? sealed : emptySealed(field, name)
    }),
  }
}

export function mapFields<Field, Value>(
  fields: Readonly<Record<string, Field>>,
  map: (field: Field, name: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, map(field, name)]))
}
