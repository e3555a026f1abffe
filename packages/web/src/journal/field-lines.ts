import { findKind } from '@sathi/domain/catalogue'
import type { OpenField } from '@sathi/domain/journal'
import type { FactView } from '../api/index.ts'
import type { Speech } from '../language/index.ts'
import { fieldName } from './entry-words.ts'
import { valueWords } from './value-words.ts'

export type FieldLine = { readonly field: string; readonly label: string; readonly value: string }

/**
 * The recorded open fields of an entry in words, in the order in which their kind declares them. A field that a later
 * version of the kind brought is shown as it is: unknown is no reason to hide it.
 */
export function fieldLines(speech: Speech, { kind, open }: Pick<FactView, 'kind' | 'open'>): FieldLine[] {
  const declared: Readonly<Record<string, OpenField>> = findKind(kind)?.open ?? {}
  const names = [
    ...Object.keys(declared),
    ...Object.keys(open).filter((name) => !Object.hasOwn(declared, name)),
  ]
  return names.flatMap((field) => {
    const value = open[field]
    if (value === undefined || value === null) return []
    return [
      {
        field,
        label: fieldName(speech, kind, field),
        value: valueWords(speech, declared[field]?.shape, value),
      },
    ]
  })
}
