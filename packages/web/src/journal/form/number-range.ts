import { scoreRanges } from '@sathi/domain/assessments'
import type { FieldShape } from '@sathi/domain/journal'
import type { FormDraft } from './draft.ts'

export type NumberRange = { readonly min: number; readonly max: number }

/** From where to where a number may go, given what is answered already: each instrument has scores of its own. */
export function numberRange(
  shape: Extract<FieldShape, { type: 'number' }>,
  field: string,
  { kind, open }: Pick<FormDraft, 'kind' | 'open'>,
): NumberRange {
  if (kind !== 'assessment' || field !== 'score') return shape
  const instrument = String(open.instrument ?? '')
  return Object.hasOwn(scoreRanges, instrument) ? scoreRanges[instrument as keyof typeof scoreRanges] : shape
}
