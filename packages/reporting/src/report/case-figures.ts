import type { Unit } from '../counting/index.ts'
import {
  type Breakdown,
  caseDimensions,
  type Dimension,
  type Figure,
  type IndicatorId,
} from '../figures/index.ts'
import type { Found } from './case-files.ts'
import { inOrderOfCode } from './groups-in-order.ts'
import { caseIndicators } from './indicators.ts'

/** The figure of each case indicator. */
export function caseFigures(found: readonly Found[]): Map<IndicatorId, Figure> {
  const gathered = gather(found)
  return new Map(caseIndicators.map(({ id, figure }, index) => [id, figure(gathered[index] ?? [])]))
}

/** The figures of each case indicator by every group of every dimension; only groups in which there is anything. */
export function caseBreakdowns(
  found: readonly Found[],
): Map<IndicatorId, Partial<Record<Dimension, Breakdown>>> {
  const breakdowns = new Map(
    caseIndicators.map(({ id }) => [id, {} as Partial<Record<Dimension, Breakdown>>] as const),
  )
  for (const dimension of caseDimensions) {
    const groups = [...inOrderOfCode(byGroup(found, dimension))].map(([group, members]) => {
      return [group, gather(members)] as const
    })
    for (const [index, { id, figure }] of caseIndicators.entries()) {
      const cells: Record<string, Figure> = {}
      for (const [group, gathered] of groups) {
        const units = gathered[index]
        if (units?.length) cells[group] = figure(units)
      }
      const breakdown = breakdowns.get(id)
      if (breakdown !== undefined) breakdown[dimension] = cells
    }
  }
  return breakdowns
}

function byGroup(
  found: readonly Found[],
  dimension: (typeof caseDimensions)[number],
): ReadonlyMap<string, readonly Found[]> {
  const members = new Map<string, Found[]>()
  for (const one of found) {
    for (const group of one.groups[dimension]) {
      const list = members.get(group)
      if (list === undefined) members.set(group, [one])
      else list.push(one)
    }
  }
  return members
}

/** The units of many cases, in one list per indicator. */
function gather(found: readonly Found[]): Unit[][] {
  const gathered = caseIndicators.map((): Unit[] => [])
  for (const { units, indicators } of found) {
    for (let place = 0; place < units.length; place += 1) {
      const unit = units[place]
      if (unit !== undefined) gathered[indicators[place] ?? 0]?.push(unit)
    }
  }
  return gathered
}
