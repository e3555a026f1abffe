import type { AnyKind } from './kind.ts'

/** Names of the open fields of a kind that refer to a case: entries hold its id there, line lists and screens its code. */
export function caseReferences(kind: AnyKind): readonly string[] {
  return Object.entries(kind.open)
    .filter(([, { shape }]) => shape.type === 'reference' && shape.to === 'case')
    .map(([name]) => name)
}
