import { withLatinDigits } from '@sathi/domain/journal'
import { type NameDraft, nameKindsOf, type PhoneDraft, type SealedDraft } from './draft.ts'
import type { FormFault, Problem } from './form-fault.ts'
import {
  longestName,
  longestSealedText,
  type NameKind,
  type PhoneOwner,
  phoneOwners,
  type SealedName,
  type SealedPhone,
  type SealedValue,
  scriptOf,
  type Weekday,
  weekdays,
} from './sealed-value.ts'

/** What a sealed field's controls say; `value` is absent when they say nothing. */
export type SealedReading = { readonly value?: SealedValue; readonly faults: readonly FormFault[] }

export function readSealed(field: string, draft: SealedDraft): SealedReading {
  switch (draft.holds) {
    case 'text':
      return readText(field, draft.text)
    case 'names':
      return gathered(draft.names.map((name, row) => readName(field, row, name)))
    case 'phones':
      return gathered(draft.phones.map((phone, row) => readPhone(field, row, phone)))
    case 'file':
      return draft.file === null ? { faults: [] } : { value: draft.file, faults: [] }
  }
}

type RowReading<Value> = { readonly value?: Value; readonly faults: readonly FormFault[] }

function gathered(rows: readonly RowReading<SealedName | SealedPhone>[]): SealedReading {
  const faults = rows.flatMap((row) => row.faults)
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (values.length === 0 || faults.length > 0) return { faults }
  return { value: values as readonly SealedName[] | readonly SealedPhone[], faults }
}

function readText(field: string, text: string): SealedReading {
  const value = tidy(text)
  if (value === '') return { faults: [] }
  if (value.length <= longestSealedText) return { value, faults: [] }
  return { faults: [{ field, problem: { type: 'too-long', longest: longestSealedText } }] }
}

function readName(field: string, row: number, { text, kind }: NameDraft): RowReading<SealedName> {
  const name = tidy(text)
  if (name === '') return { faults: [] }
  if (name.length > longestName)
    return { faults: [{ field, row, problem: { type: 'too-long', longest: longestName } }] }
  const kinds = nameKindsOf(field)
  const known = kinds.includes(kind) ? kind : (kinds[0] ?? 'alias')
  return { value: { text: name, script: scriptOf(name), kind: known as NameKind }, faults: [] }
}

function readPhone(field: string, row: number, draft: PhoneDraft): RowReading<SealedPhone> {
  if (isBlank(draft)) return { faults: [] }
  const number = readNumber(draft.number)
  const whose = phoneOwners.find((owner) => owner === draft.whose)
  const texts = [draft.others, draft.sayWeAre, draft.hours, draft.codeWord, draft.dangerWord]
  const faults: FormFault[] = []
  const fault = (problem: Problem) => faults.push({ field, row, problem })
  if (number === undefined) fault({ type: 'phone-number' })
  // A number without its holder must never be dialled: whose it is decides what is safe.
  if (whose === undefined) fault({ type: 'phone-owner' })
  if (texts.some((text) => text.length > longestName)) fault({ type: 'too-long', longest: longestName })
  if (number === undefined || whose === undefined || faults.length > 0) return { faults }
  return { value: phoneOf(number, whose, draft), faults }
}

function phoneOf(number: string, whose: PhoneOwner, draft: PhoneDraft): SealedPhone {
  const days = weekdays.filter((day) => draft.days.includes(day))
  return {
    number,
    whose,
    ...text('others', draft.others),
    ...answer('call', draft.call),
    ...answer('text', draft.text),
    ...answer('message', draft.message),
    ...text('sayWeAre', draft.sayWeAre),
    ...(days.length === 0 ? {} : { days: days satisfies Weekday[] }),
    ...text('hours', draft.hours),
    ...text('codeWord', draft.codeWord),
    ...text('dangerWord', draft.dangerWord),
  }
}

function text<Name extends string>(name: Name, typed: string): { readonly [N in Name]?: string } {
  const value = tidy(typed)
  return (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }
}

function answer<Name extends string>(name: Name, given: string): { readonly [N in Name]?: 'yes' | 'no' } {
  const value = given === 'yes' || given === 'no' ? { [name]: given } : {}
  return value as { readonly [N in Name]?: 'yes' | 'no' }
}

function isBlank({ days, ...texts }: PhoneDraft): boolean {
  return days.length === 0 && Object.values(texts).every((typed) => typed.trim() === '')
}

/** A number as it is dialled; undefined when it is none. Spaces, hyphens and brackets are for the eye. */
function readNumber(typed: string): string | undefined {
  const number = withLatinDigits(typed).replaceAll(/[\s().–-]/g, '')
  return /^\+?\d{5,15}$/.test(number) ? number : undefined
}

/** Without white space around it, and in one normal form: typed twice, a Bengali name is the same name. */
function tidy(typed: string): string {
  return typed.normalize('NFC').trim()
}
