import type { Counted } from '../figures/index.ts'
import type { Reading } from './indicator.ts'

/** A doubt about the records behind the figures of a period. It changes no figure. */
export type DataQualityCheck<Code extends string = string> = {
  readonly code: Code
  readonly find: (reading: Reading) => readonly Counted[]
}
