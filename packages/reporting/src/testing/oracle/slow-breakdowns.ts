import type { Programme } from './programme.ts'
import { cell, cellValues, type Row } from './row.ts'
import { slowCaseFigures } from './slow-case-figures.ts'
import type { CaseUnits } from './slow-case-units.ts'
import { knowledgeGain, trained } from './slow-training-figures.ts'
import type { Participation } from './slow-training-units.ts'

type Dimension = 'gender' | 'is_child' | 'age_band' | 'home_division' | 'pathway' | 'type_of_exploitation'
type ByCell<Figure> = Record<string, Record<string, Figure>>
type CaseFigures = ReturnType<typeof slowCaseFigures>

/** Every case indicator over the cases of each cell of each dimension: indicator, dimension, cell. */
export function slowCaseBreakdowns(
  programme: Programme,
  units: CaseUnits,
): Record<string, ByCell<CaseFigures[keyof CaseFigures]>> {
  const cellsOfCase = new Map(
    programme.facts('case_opened').map(({ row }) => [cell(row, 'case_code'), caseCells(row)]),
  )
  const breakdowns: Record<string, ByCell<CaseFigures[keyof CaseFigures]>> = {}
  for (const cells of cellsOfCase.values()) {
    for (const [dimension, names] of Object.entries(cells)) {
      for (const name of names) {
        const inCell = (caseCode: string) =>
          cellsOfCase.get(caseCode)?.[dimension as Dimension].includes(name) === true
        if (breakdowns.A1?.[dimension]?.[name] !== undefined) continue
        for (const [indicator, figure] of Object.entries(slowCaseFigures(units, inCell))) {
          breakdowns[indicator] ??= {}
          breakdowns[indicator][dimension] ??= {}
          breakdowns[indicator][dimension][name] = figure
        }
      }
    }
  }
  return breakdowns
}

/** K1 and K2 over the participations of each audience, gender and agency. */
export function slowTrainingBreakdowns(participations: Participation[]) {
  const breakdown = <Figure>(figure: (theirs: Participation[]) => Figure): ByCell<Figure> =>
    Object.fromEntries(
      (['audience', 'gender', 'agency'] as const).map((dimension) => {
        const byName = Map.groupBy(participations, (one) => one[dimension])
        return [dimension, Object.fromEntries([...byName].map(([name, theirs]) => [name, figure(theirs)]))]
      }),
    )
  return { K1: breakdown(trained), K2: breakdown(knowledgeGain) }
}

/** The cells of every dimension in which a case counts. */
function caseCells(row: Row): Record<Dimension, string[]> {
  const types = cellValues(row, 'type_of_exploitation')
  return {
    gender: [cell(row, 'gender')],
    is_child: [cell(row, 'is_child')],
    age_band: [ageBand(cell(row, 'age'), cell(row, 'age_band'))],
    home_division: [cell(row, 'home_district').slice(0, 4) || 'not_recorded'],
    pathway: [cell(row, 'pathway')],
    type_of_exploitation: types.length === 0 ? ['not_recorded'] : types,
  }
}

function ageBand(age: string, band: string): string {
  if (age === '') return band || 'not_recorded'
  const years = Number(age)
  if (years < 12) return '0-11'
  if (years < 15) return '12-14'
  if (years < 18) return '15-17'
  if (years < 25) return '18-24'
  return years < 35 ? '25-34' : '35+'
}
