import type { Words } from '@sathi/domain/journal'
import type { CountedPart } from '../counted.ts'
import type { IndicatorId } from '../report.ts'
import { aftercareWords } from './aftercare-words.ts'
import { homecomingWords } from './homecoming-words.ts'
import { learningWords } from './learning-words.ts'
import { preventionWords } from './prevention-words.ts'
import { recoveryWords } from './recovery-words.ts'

/**
 * An indicator in words for screens and documents: its name, one plain sentence saying what it counts, and what each
 * part of the figure counts (only the parts the figure has).
 */
export type IndicatorWords = {
  readonly name: Words
  readonly meaning: Words
  readonly parts: Partial<Readonly<Record<CountedPart, Words>>>
}

/** Every indicator in words. The Bengali and the Hindi await a native reader. */
export const indicatorWords: Readonly<Record<IndicatorId, IndicatorWords>> = {
  ...homecomingWords,
  ...aftercareWords,
  ...recoveryWords,
  ...preventionWords,
  ...learningWords,
}
