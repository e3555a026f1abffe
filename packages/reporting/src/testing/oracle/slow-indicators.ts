import { type Programme, readProgramme } from './programme.ts'
import { quartersOf } from './quarters-of.ts'
import type { Span, Tables } from './row.ts'
import { slowCaseBreakdowns, slowTrainingBreakdowns } from './slow-breakdowns.ts'
import { slowCaseFigures } from './slow-case-figures.ts'
import { type CaseUnits, slowCaseUnits } from './slow-case-units.ts'
import { slowCourseFigures, slowTrainingFigures } from './slow-training-figures.ts'
import { AUDIENCES, slowTrainingUnits, type TrainingUnits } from './slow-training-units.ts'

/**
 * Every figure of a period, computed from the cells of a line list by the plainest reading of the
 * definitions: slow, and sharing nothing with the product. The shape is that of the report's JSON, with
 * every breakdown of every indicator (`all_breakdowns`: indicator, dimension, cell) and the quarters of every
 * indicator (`all_quarters`: indicator, quarter) besides.
 */
export function slowIndicators(tables: Tables, period: Span) {
  const { during } = readProgramme(tables)
  const programme = during(period)
  const cases = slowCaseUnits(programme)
  const trainings = slowTrainingUnits(programme)
  const indicators = allFigures(cases, trainings)
  const quarters = quartersOf(period).map(({ name, span }) => ({ name, figures: figuresOf(during(span)) }))
  const byQuarter = <Value>(value: (figures: AllFigures) => Value): Record<string, Value> =>
    Object.fromEntries(quarters.map(({ name, figures }) => [name, value(figures)]))
  const ofCases = slowCaseBreakdowns(programme, cases)

  return {
    period,
    indicators,
    breakdowns: { A1: countsOf(ofCases.A1), R1: countsOf(ofCases.R1) },
    by_quarter: {
      R1: byQuarter(({ R1 }) => R1.value),
      A1: byQuarter(({ A1 }) => A1.value),
      C1: byQuarter(({ C1 }) => C1.value),
      K1: Object.fromEntries(
        AUDIENCES.map((audience) => [audience, byQuarter(({ K1 }) => K1[audience]?.value)]),
      ),
    },
    all_breakdowns: { ...ofCases, ...slowTrainingBreakdowns(trainings.participations) },
    all_quarters: Object.fromEntries(
      (Object.keys(indicators) as (keyof AllFigures)[]).map((indicator) => [
        indicator,
        byQuarter((figures) => figures[indicator]),
      ]),
    ),
  }
}

/** The figures of every indicator, in the shape of the report's JSON. */
export type AllFigures = ReturnType<typeof allFigures>

function allFigures(cases: CaseUnits, trainings: TrainingUnits) {
  return {
    ...slowCaseFigures(cases, () => true),
    ...slowCourseFigures(trainings.participations),
    ...slowTrainingFigures(trainings),
  }
}

function figuresOf(programme: Programme): AllFigures {
  return allFigures(slowCaseUnits(programme), slowTrainingUnits(programme))
}

/** Of a breakdown, the counts alone, without the cells in which nobody counts. */
function countsOf(
  breakdown: Record<string, Record<string, object>> | undefined,
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(breakdown ?? {}).map(([dimension, cells]) => [
      dimension,
      Object.fromEntries(
        Object.entries(cells).flatMap(([name, figure]) =>
          'value' in figure && Number(figure.value) > 0 ? [[name, Number(figure.value)]] : [],
        ),
      ),
    ]),
  )
}
