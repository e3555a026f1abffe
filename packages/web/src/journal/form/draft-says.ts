import { type AnyKind, canonicalJson } from '@sathi/domain/journal'
import { valueSaid } from './differing-fields.ts'
import type { FormDraft } from './draft.ts'
import type { SaidEntry } from './entry-draft.ts'
import { dayField } from './field-order.ts'
import { readOpen } from './read-open.ts'
import { readSealed } from './read-sealed.ts'
import { asCell } from './typed-text.ts'

/** Whether a field of the draft says what an entry says, however it is typed. A field she may not read does. */
export function saysField(kind: AnyKind, draft: FormDraft, said: SaidEntry, field: string): boolean {
  const compartment = kind.sealed[field]?.compartment
  if (compartment !== undefined && said.unreadable.includes(compartment)) return true
  const before = valueSaid(kind, said, field)
  return canonicalJson(valueTyped(kind, draft, field) ?? null) === canonicalJson(before ?? null)
}

/** What a field of the draft says; a text that is no value stands for itself, as something else than any value. */
function valueTyped(kind: AnyKind, draft: FormDraft, field: string): unknown {
  if (field === dayField) return asCell({ type: 'date' }, draft.occurredOn)
  const open = kind.open[field]
  if (open !== undefined) {
    const reading = readOpen(open, draft.open[field] ?? '')
    return reading.state === 'fault' ? { no: 'value' } : reading.state === 'value' ? reading.value : undefined
  }
  const sealed = draft.sealed[field]
  if (sealed === undefined) return undefined
  const { value, faults } = readSealed(field, sealed)
  return faults.length > 0 ? { no: 'value' } : value
}
