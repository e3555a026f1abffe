import { isUuid, type OpenField, readField } from '@sathi/domain/journal'
import type { FieldText } from './draft.ts'
import { asCell, numbersIn } from './typed-text.ts'

/** What an open field's control says: nothing, a value, or something that is no value of the field. */
export type OpenReading =
  | { readonly state: 'empty' }
  | { readonly state: 'value'; readonly value: unknown }
  | { readonly state: 'fault' }

export function readOpen(field: OpenField, text: FieldText): OpenReading {
  const typed = typeof text === 'string' ? [text] : text
  const several = field.several && field.shape.type === 'number'
  const cells = (several ? typed.flatMap(numbersIn) : typed)
    .map((one) => asCell(field.shape, one))
    .filter((cell) => cell !== '')
  if (cells.length === 0) return { state: 'empty' }
  const reading = readField(field, cells.join(';'))
  // Entries hold a case's id, which nobody writes by hand: anything else was typed and not chosen.
  const isUnchosen = field.shape.type === 'reference' && field.shape.to === 'case' && !cells.every(isUuid)
  return reading.ok && !isUnchosen ? { state: 'value', value: reading.value } : { state: 'fault' }
}
