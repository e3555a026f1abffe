/** Why something cannot be done: what happened and what is safe, then what to do next. Words for a person, without values of fields. */
export type Refusal = { readonly kind: string; readonly message: string; readonly remedy: string }

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value }
}

export function refuse(
  kind: string,
  message: string,
  remedy: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { kind, message, remedy } }
}
