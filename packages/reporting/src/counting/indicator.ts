import type { PartName } from '@sathi/domain'
import type { Figure, IndicatorId, PlainFigure } from '../figures/index.ts'
import type { CaseSheet } from './case-sheet.ts'
import type { OpenBook } from './open-book.ts'
import type { PeriodDays } from './period-days.ts'
import type { SubjectUnit, Unit } from './unit.ts'

/** An indicator that looks at each case by itself, so that only the cases that have changed are looked at again. */
export type CaseIndicator = {
  readonly id: IndicatorId
  readonly units: (sheet: CaseSheet, period: PeriodDays) => readonly Unit[]
  readonly figure: (units: readonly Unit[]) => Figure
}

/** A book read for one period. `unitsOf` gives the units of another indicator, counted once for all that need them. */
export type Reading = {
  readonly book: OpenBook
  readonly period: PeriodDays
  readonly unitsOf: (id: IndicatorId) => readonly SubjectUnit[]
}

/** An indicator that looks across subjects. */
export type BookIndicator = {
  readonly id: IndicatorId
  /** The parts that it reads, where it reads no others: while their bodies stay the same, so do its units. */
  readonly parts?: readonly PartName[]
  /** By what it is broken down; absent when it is not. */
  readonly breakdown?: 'case' | 'training'
  readonly units: (reading: Reading) => readonly SubjectUnit[]
  readonly figure: (units: readonly Unit[]) => Figure
  /** The figure of one cell of a breakdown, where it differs: without the indicator's own groups. */
  readonly cellFigure?: (units: readonly Unit[]) => PlainFigure
}
