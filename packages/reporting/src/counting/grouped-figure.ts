import type { GroupedFigure, PlainFigure } from '../figures/index.ts'
import type { Unit } from './unit.ts'

/** One figure per group, for every group of the list, also those in which nothing counts. */
export function groupedFigure(
  by: GroupedFigure['by'],
  groups: readonly string[],
  units: readonly Unit[],
  figure: (units: readonly Unit[]) => PlainFigure,
  whole: PlainFigure | null,
): GroupedFigure {
  const byGroup = new Map<string, Unit[]>(groups.map((group) => [group, []]))
  for (const unit of units) if (unit.group !== undefined) byGroup.get(unit.group)?.push(unit)
  return {
    shape: 'grouped',
    by,
    whole,
    groups: Object.fromEntries([...byGroup].map(([group, members]) => [group, figure(members)])),
  }
}
