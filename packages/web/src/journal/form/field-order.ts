import type { KindName } from '@sathi/domain/catalogue'
import type { AnyKind } from '@sathi/domain/journal'

/** The day of the entry among the fields of a form. */
export const dayField = 'occurred_on'

/** In which order a form asks: what stands at once, and what is folded under "More". */
export type FieldOrder = { readonly first: readonly string[]; readonly more: readonly string[] }

/** Asked before everything else, the day too: her safety. */
const ahead: Partial<Record<KindName, readonly string[]>> = {
  follow_up: ['safe'],
}

/** Not required, yet what the entry is written for: they stand right after the required ones. */
const beside: Partial<Record<KindName, readonly string[]>> = {
  case_opened: ['names', 'phones'],
  consent_given: [
    'given_by',
    'assent',
    'guardian',
    'consents_to_interview',
    'informed_of_purpose',
    'informed_of_use',
    'informed_of_research_use',
    'informed_of_right_to_data',
    'informed_of_storage_period',
    'informed_of_withdrawal',
    'expires_on',
  ],
  repatriation_stage: ['waiting_on'],
  repatriation_chased: ['answered'],
  document_registered: ['number', 'valid_until'],
  plan_goal: ['goal', 'due_on'],
  follow_up: ['risk_flags', 'narrative'],
  risk_raised: ['level'],
  assessment: ['by_own_caseworker'],
  counselling_session: ['notes'],
  business_started: ['grant', 'name'],
  mentoring_contact: ['note'],
  quote_offered: ['text'],
  screening_done: ['is_child', 'indicators'],
}

/** The required fields come first, and what would only lengthen the way is folded; a kind that requires nothing folds nothing. */
export function fieldOrder(kind: AnyKind): FieldOrder {
  const all = [...Object.keys(kind.open), ...Object.keys(kind.sealed)]
  const required = Object.keys(kind.open).filter((name) => kind.open[name]?.required)
  const safety = ahead[kind.name as KindName] ?? []
  const first = [...new Set([...safety, dayField, ...required, ...(beside[kind.name as KindName] ?? [])])]
  const rest = all.filter((name) => !first.includes(name))
  return required.length === 0 ? { first: [...first, ...rest], more: [] } : { first, more: rest }
}
