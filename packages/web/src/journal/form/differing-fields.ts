import { type AnyKind, canonicalJson } from '@sathi/domain/journal'
import type { SaidEntry } from './entry-draft.ts'

/** The fields, and `occurred_on`, of which entries about the same fact do not say the same. */
export function differingFields(kind: AnyKind, heads: readonly SaidEntry[]): string[] {
  const fields = ['occurred_on', ...Object.keys(kind.open), ...Object.keys(kind.sealed)]
  return fields.filter((field) => new Set(heads.map((head) => sayingOf(kind, head, field))).size > 1)
}

function sayingOf(kind: AnyKind, head: SaidEntry, field: string): string {
  return canonicalJson(valueSaid(kind, head, field) ?? null)
}

/** What an entry says in one of its fields, open or sealed; undefined when it says nothing, or nothing she may read. */
export function valueSaid(kind: AnyKind, said: SaidEntry, field: string): unknown {
  if (field === 'occurred_on') return said.occurredOn
  if (Object.hasOwn(kind.open, field)) return said.open[field]
  const compartment = kind.sealed[field]?.compartment
  return compartment && said.sealedFields[compartment]?.[field]
}
