import { getDay } from '@sathi/domain'
import type { Figure, Report } from '../../figures/index.ts'
import { computeReport } from '../../report/index.ts'
import { bookOf } from '../book-of.ts'
import { entriesOf } from '../entries-of.ts'
import type { HostileLineList } from './hostile-line-list.ts'

/** The report that the product computes from a line list. */
export function reportOf({ tables, period }: HostileLineList): Report {
  const book = bookOf(entriesOf(new Map(Object.entries(tables))))
  return computeReport(book, { from: getDay(period.from), to: getDay(period.to) })
}

/** A figure of the product in the shape of the oracle's: names in snake_case, groups by their name. */
export function figureAsJson(figure: Figure): Record<string, unknown> {
  if (figure.shape === 'grouped') {
    const groups = Object.fromEntries(
      Object.entries(figure.groups).map(([name, one]) => [name, figureAsJson(one)]),
    )
    return figure.whole?.shape === 'mean'
      ? { ...figureAsJson(figure.whole), [`by_${figure.by}`]: groups }
      : groups
  }
  const { shape, ...members } = figure
  if (shape === 'count') return { value: figure.value }
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [snakeCase(name), value]))
}

function snakeCase(name: string): string {
  return name.replace(/(?=[A-Z]|100$)/g, '_').toLowerCase()
}
