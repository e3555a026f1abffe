import type { BookIndicator, Reading, SubjectUnit, Unit } from '../counting/index.ts'
import type { Breakdown, Dimension, Figure } from '../figures/index.ts'
import { breakDown, dimensionsOf } from './break-down.ts'

/** Units that stay the same keep their figure. */
const figureOfUnits = new WeakMap<readonly SubjectUnit[], Figure>()
const breakdownsOfUnits = new WeakMap<readonly SubjectUnit[], Partial<Record<Dimension, Breakdown>>>()

/** The figure of an indicator that looks across subjects. */
export function bookFigure({ unitsOf }: Reading, { id, figure }: BookIndicator): Figure {
  const units = unitsOf(id)
  return remembered(figureOfUnits, units, () => figure(units))
}

/** Its breakdowns. Those of trainings follow from the units alone; those of cases from the openings too. */
export function bookBreakdowns(
  { book, unitsOf }: Reading,
  { id, breakdown, ...indicator }: BookIndicator,
): Partial<Record<Dimension, Breakdown>> {
  const units = unitsOf(id)
  const cellFigure: (units: readonly Unit[]) => Figure = indicator.cellFigure ?? indicator.figure
  const compute = () =>
    Object.fromEntries(
      dimensionsOf(breakdown).map((dimension) => {
        const cells = [...breakDown(book, units, dimension)]
        return [dimension, Object.fromEntries(cells.map(([group, members]) => [group, cellFigure(members)]))]
      }),
    )
  return breakdown === 'case' ? compute() : remembered(breakdownsOfUnits, units, compute)
}

function remembered<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  compute: () => Value,
): Value {
  let value = known.get(key)
  if (value === undefined) {
    value = compute()
    known.set(key, value)
  }
  return value
}
