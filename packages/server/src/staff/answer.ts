import type { RefusalKind } from '@sathi/contract/refusal'

/** What a use case gives back: what came of it, or why it was not done. Nothing is stored when it was not done. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly kind: RefusalKind }

export function yes<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function no(kind: RefusalKind): { readonly ok: false; readonly kind: RefusalKind } {
  return { ok: false, kind }
}
