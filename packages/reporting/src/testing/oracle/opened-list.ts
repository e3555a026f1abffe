import type { Fact } from './effective-rows.ts'
import type { HostileLineList } from './hostile-line-list.ts'
import type { Programme } from './programme.ts'
import { cell } from './row.ts'
import type { CaseUnits } from './slow-case-units.ts'
import type { AllFigures } from './slow-indicators.ts'
import type { TrainingUnits } from './slow-training-units.ts'

/** A list taken apart, so that its traps can be counted. */
export type Opened = {
  list: HostileLineList
  programme: Programme
  cases: CaseUnits
  trainings: TrainingUnits
  figures: AllFigures
}

/** How often each trap occurs, by the sentence that names it. */
export type Traps = Record<string, number | boolean>

/** A rule: the fact has one of the codes in a column. */
export const is =
  (column: string, ...codes: string[]) =>
  ({ row }: Fact) =>
    codes.includes(cell(row, column))

/** Facts grouped by what stands in some columns. */
export const by = (facts: Fact[], ...columns: string[]): Fact[][] => [
  ...Map.groupBy(facts, ({ row }) => columns.map((column) => cell(row, column)).join(' ')).values(),
]

/** How many values a rule holds for. */
export const count = <T>(values: T[], rule: (value: T) => boolean) => values.filter(rule).length

/** Each fact with the next. */
export const pairs = (facts: Fact[]): [Fact, Fact][] =>
  facts.slice(1).map((later, i) => [facts[i] as Fact, later])

/** A rule: the two facts are one of these numbers of days apart. */
export const gapIs =
  (...days: number[]) =>
  ([a, b]: [Fact, Fact]) =>
    days.includes(b.day - a.day)
