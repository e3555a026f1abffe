import type { AnyKind, Language, OpenField, SealedField } from '@sathi/domain/journal'
import { differingFields, valueSaid } from './differing-fields.ts'
import {
  blankPhone,
  emptySealed,
  emptyText,
  type FieldText,
  type FormDraft,
  mapFields,
  type PhoneDraft,
  type SealedDraft,
} from './draft.ts'
import type { SaidEntry } from './entry-draft.ts'
import { dayField } from './field-order.ts'
import type { SealedFile, SealedName, SealedPhone } from './sealed-value.ts'
import { plainNumber } from './typed-text.ts'

/** What was said before, as the controls hold it: numbers and dates in the digits of whoever reads them. */
export function writeDraft(kind: AnyKind, said: SaidEntry, language: Language): FormDraft {
  return {
    kind: kind.name,
    version: kind.version,
    occurredOn: inDigitsOf(language, said.occurredOn),
    open: mapFields(kind.open, (field, name) => writeOpen(field, said.open[name], language)),
    sealed: mapFields(kind.sealed, (field, name) => writeSealed(field, name, valueSaid(kind, said, name))),
  }
}

/** What amendments made apart agree on. Where they differ the control is empty, so that nobody settles it by not looking. */
export function undecidedDraft(
  kind: AnyKind,
  heads: readonly [SaidEntry, ...SaidEntry[]],
  language: Language,
): FormDraft {
  const agreed = writeDraft(kind, heads[0], language)
  const differing = differingFields(kind, heads)
  const isOpen = (field: string) => differing.includes(field)
  return {
    ...agreed,
    occurredOn: isOpen(dayField) ? '' : agreed.occurredOn,
    open: mapFields(kind.open, (field, name) =>
      isOpen(name) ? emptyText(field) : (agreed.open[name] ?? emptyText(field)),
    ),
    sealed: mapFields(kind.sealed, (field, name) =>
      isOpen(name) ? emptySealed(field, name) : (agreed.sealed[name] ?? emptySealed(field, name)),
    ),
  }
}

/** The same draft with one field as an entry says it. */
export function takeOver(
  kind: AnyKind,
  draft: FormDraft,
  said: SaidEntry,
  field: string,
  language: Language,
): FormDraft {
  const written = writeDraft(kind, said, language)
  if (field === 'occurred_on') return { ...draft, occurredOn: written.occurredOn }
  const open = written.open[field]
  if (open !== undefined) return { ...draft, open: { ...draft.open, [field]: open } }
  const sealed = written.sealed[field]
  return sealed === undefined ? draft : { ...draft, sealed: { ...draft.sealed, [field]: sealed } }
}

export function writeOpen(field: OpenField, value: unknown, language: Language): FieldText {
  if (value === undefined || value === null) return emptyText(field)
  const digits = ['number', 'date', 'month'].includes(field.shape.type)
  const write = (one: unknown) => {
    const text = typeof one === 'number' ? plainNumber(one) : String(one)
    return digits ? inDigitsOf(language, text) : text
  }
  if (!Array.isArray(value)) return write(value)
  return field.shape.type === 'number' ? [value.map(write).join(' ')] : value.map(write)
}

export function writeSealed(field: SealedField, name: string, value: unknown): SealedDraft {
  if (value === undefined) return emptySealed(field, name)
  switch (field.holds) {
    case 'text':
      return { holds: 'text', text: String(value) }
    case 'names':
      return {
        holds: 'names',
        names: (value as readonly SealedName[]).map(({ text, kind }) => ({ text, kind })),
      }
    case 'phones':
      return { holds: 'phones', phones: (value as readonly SealedPhone[]).map(phoneDraft) }
    case 'file':
      return { holds: 'file', file: value as SealedFile }
  }
}

function phoneDraft(phone: SealedPhone): PhoneDraft {
  return { ...blankPhone, ...phone }
}

const zeroOfBengali = '০'.charCodeAt(0)

/** Digits as the language writes them: Bengali ones in Bengali, 0-9 in English and Hindi. */
export function inDigitsOf(language: Language, text: string): string {
  if (language !== 'bn') return text
  return text.replaceAll(/\d/g, (digit) => String.fromCharCode(zeroOfBengali + Number(digit)))
}
