import {
  type CountedPart,
  caseDimensions,
  countedParts,
  type Dimension,
  type IndicatorId,
  indicatorIds,
  trainingDimensions,
} from '@sathi/reporting/figures'
import type { FigurePlace } from '../api/index.ts'

/** How many subjects stand on one page of facts. */
export const factsPerPage = 25

export type FactsSearch = FigurePlace & { readonly page: number }

const dimensions: readonly Dimension[] = [...caseDimensions, ...trainingDimensions]

/** Which facts an address asks for. What makes no sense falls back to the whole first figure, never to an error. */
export function readFactsSearch(search: Readonly<Record<string, unknown>>): FactsSearch {
  const dimension = oneOf(dimensions, search.dimension)
  return {
    indicator: oneOf<IndicatorId>(indicatorIds, search.indicator) ?? 'R1',
    part: oneOf<CountedPart>(countedParts, search.part) ?? 'counted',
    page: pageIn(search.page),
    // Named even where there is none: what is left out here would stay as the address has it.
    group: text(search.group),
    dimension,
    value: dimension === undefined ? undefined : text(search.value),
    quarter: quarterIn(search.quarter),
  }
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function quarterIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}Q[1-4]$/.test(value) ? value : undefined
}

function pageIn(value: unknown): number {
  const page = Number(value)
  return Number.isSafeInteger(page) && page >= 1 ? page : 1
}
