import type { Month, PartialDate } from './calendar.ts'
import type { CodeList } from './codes.ts'
import type { Compartment } from './compartment.ts'

/** What a code in a reference field names. The journal does not check that the thing exists, except for cases. */
export type ReferredThing =
  | 'case'
  | 'agency'
  | 'user'
  | 'course'
  | 'participant'
  | 'post'
  | 'screening'
  | 'crisis'
  | 'change'
  | 'study'
  | 'mentor'
  | 'goal'
  | 'risk'
  | 'incident'
  | 'business'
  | 'match'

/** What an open field may hold. `word` is a snake_case code word from a list that the organisation may extend. */
export type FieldShape =
  | { readonly type: 'code'; readonly list: CodeList }
  | { readonly type: 'word' }
  | { readonly type: 'reference'; readonly to: ReferredThing }
  | { readonly type: 'date' }
  | { readonly type: 'month' }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly type: 'language' }
  | { readonly type: 'pseudonym' }
  | { readonly type: 'text'; readonly longest: number }

/** An open field: coded facts, dates, numbers and references that hold no identity. */
export type OpenField<Value = unknown, Required extends boolean = boolean> = {
  readonly shape: FieldShape
  readonly required: Required
  readonly several: boolean
  /** Never set: carries the type of the field's value to the compiler. */
  readonly value?: Value
}

/** A sealed field: it leaves the device only as ciphertext of its compartment. `columns` are its line-list columns. */
export type SealedField = {
  readonly compartment: Compartment
  readonly holds: 'text' | 'names' | 'phones' | 'file'
  readonly columns: readonly string[]
}

function field<Value>(shape: FieldShape): OpenField<Value, false> {
  return { shape, required: false, several: false }
}

export function oneOf<const Code extends string>(list: CodeList<Code>): OpenField<Code, false> {
  return field({ type: 'code', list })
}

export function word(): OpenField<string, false> {
  return field({ type: 'word' })
}

export function reference(to: ReferredThing): OpenField<string, false> {
  return field({ type: 'reference', to })
}

export function date(): OpenField<PartialDate, false> {
  return field({ type: 'date' })
}

export function month(): OpenField<Month, false> {
  return field({ type: 'month' })
}

/** A number from `min` to `max`, both included. */
export function number(min: number, max: number): OpenField<number, false> {
  return field({ type: 'number', min, max, whole: false })
}

/** A whole number from `min` to `max`, both included. */
export function wholeNumber(min: number, max: number): OpenField<number, false> {
  return field({ type: 'number', min, max, whole: true })
}

/** An amount of money without its currency, never negative. */
export function amount(): OpenField<number, false> {
  return number(0, 1e12)
}

/** A language of a conversation, as a BCP 47 tag of language and optional region (`bn`, `bn-BD`). */
export function language(): OpenField<string, false> {
  return field({ type: 'language' })
}

/** An invented name under which a survivor's words may appear. */
export function pseudonym(): OpenField<string, false> {
  return field({ type: 'pseudonym' })
}

/** Free text, allowed only for subjects that are not persons (names of agencies, titles of changes). */
export function openText(longest = 300): OpenField<string, false> {
  return field({ type: 'text', longest })
}

export function required<Value>(optional: OpenField<Value, false>): OpenField<Value, true> {
  return { ...optional, required: true } as OpenField<Value, true>
}

export function several<Value, Required extends boolean>(
  single: OpenField<Value, Required>,
): OpenField<readonly Value[], Required> {
  return { ...single, several: true } as OpenField<readonly Value[], Required>
}

export function sealed(
  compartment: Compartment,
  holds: SealedField['holds'] = 'text',
  columns?: readonly string[],
) {
  return { compartment, holds, columns: columns ?? [] } satisfies SealedField
}
