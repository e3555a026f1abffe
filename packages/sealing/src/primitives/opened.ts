/**
 * What opening gave. A wrong key and a changed byte look the same (`not_authentic`); `malformed` is said of what could
 * not have been sealed here at all. Neither says anything of what was inside.
 */
export type Opened<T> =
  | { readonly state: 'open'; readonly value: T }
  | { readonly state: 'refused'; readonly reason: 'malformed' | 'not_authentic' }

export const malformed = { state: 'refused', reason: 'malformed' } as const
export const notAuthentic = { state: 'refused', reason: 'not_authentic' } as const

export function opened<T>(value: T): Opened<T> {
  return { state: 'open', value }
}
