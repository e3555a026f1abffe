import type { Breakdown, Report } from '../../figures/index.ts'
import { differences } from './differences.ts'
import type { HostileLineList } from './hostile-line-list.ts'
import { readProgramme } from './programme.ts'
import { figureAsJson, reportOf } from './report-of.ts'
import { slowCaseFigures } from './slow-case-figures.ts'
import { slowCaseUnits } from './slow-case-units.ts'
import { slowIndicators } from './slow-indicators.ts'
import { knowledgeGain, trained } from './slow-training-figures.ts'

/** Every figure as it stands where nothing counts: what the cells that a breakdown leaves out would say. */
const NOTHING: Record<string, unknown> = {
  ...slowCaseFigures(
    slowCaseUnits(readProgramme({}).during({ from: '2020-01-01', to: '2020-12-31' })),
    () => true,
  ),
  K1: trained([]),
  K2: knowledgeGain([]),
}

/**
 * Where the product's figures, quarters and breakdowns of a line list are not the oracle's; oracle first. `report` is
 * what the product says, where it came by the list in another way.
 */
export function disagreements(list: HostileLineList, report: Report = reportOf(list)): string[] {
  const oracle = slowIndicators(list.tables, list.period)
  const figures = eachOf(report.figures, figureAsJson)
  const quarters = eachOf(report.series, (series) => eachOf(series, figureAsJson))
  const found = [...differences(oracle.indicators, figures), ...differences(oracle.all_quarters, quarters)]
  const expected: Record<string, Record<string, Record<string, unknown>>> = oracle.all_breakdowns
  for (const [indicator, dimensions] of Object.entries<Partial<Record<string, Breakdown>>>(
    report.breakdowns,
  )) {
    const ours = expected[indicator] ?? {}
    for (const dimension of new Set([...Object.keys(ours), ...Object.keys(dimensions)])) {
      const cells = ours[dimension] ?? {}
      const given = eachOf(dimensions[dimension] ?? {}, figureAsJson)
      const leftOut = eachOf(cells, () => NOTHING[indicator])
      found.push(...differences(cells, { ...leftOut, ...given }, `${indicator}.${dimension}`))
    }
  }
  return found
}

function eachOf<Value, Result>(
  members: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, map(value)]))
}
