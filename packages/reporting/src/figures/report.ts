import type { CodeOf, Day, trainingLists } from '@sathi/domain'
import type { Figure } from './figure.ts'

/** Both days included. */
export type Period = { readonly from: Day; readonly to: Day }

export const indicatorIds = [
  'R1',
  'R2',
  'R3',
  'A1',
  'A2',
  'A3',
  'W1',
  'W2',
  'E1',
  'G1',
  'T0',
  'T1',
  'T2',
  'P1',
  'C1',
  'C2',
  'K1',
  'K2',
  'V1',
  'V0',
  'V2',
  'V3',
  'S1',
  'F1',
  'Q1',
  'N1',
] as const
export type IndicatorId = (typeof indicatorIds)[number]

/** The headline table of the report, in its order. */
export const headlineIds = [
  'R1',
  'A1',
  'C1',
  'K1',
  'V1',
  'V0',
  'W1',
  'E1',
  'G1',
  'T1',
] as const satisfies readonly IndicatorId[]

/** Whose training the headline table tells of, one row each: K1 has a group for every audience. */
export const headlineAudiences = [
  'aftercare_stakeholder',
  'bgb',
  'police',
] as const satisfies readonly CodeOf<typeof trainingLists.audiences>[]

export const caseDimensions = [
  'gender',
  'is_child',
  'age_band',
  'home_division',
  'pathway',
  'type_of_exploitation',
] as const
export const trainingDimensions = ['audience', 'gender', 'agency'] as const
export type Dimension = (typeof caseDimensions)[number] | (typeof trainingDimensions)[number]

/** Figures of one indicator by group of one dimension; groups are codes of the dimension, or `not_recorded`. */
export type Breakdown = Readonly<Record<string, Figure>>

export type Report = {
  readonly period: Period
  readonly figures: Readonly<Record<IndicatorId, Figure>>
  readonly breakdowns: Readonly<Record<IndicatorId, Partial<Readonly<Record<Dimension, Breakdown>>>>>
  /** One figure per calendar quarter that the period touches, cut to the period; keys such as `2020Q3`, in order of time. */
  readonly series: Readonly<Record<IndicatorId, Readonly<Record<string, Figure>>>>
}
