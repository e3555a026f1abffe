import type { Breakdown, Figure, GroupedFigure, PlainFigure, Report } from '../figures/index.ts'

/** A report as JSON for others to read: names in snake_case, numbers rounded to ten decimals. */
export type Published = { readonly [name: string]: Published | string | number | null }

const brokenDown = ['A1', 'R1'] as const
const byQuarter = ['R1', 'A1', 'C1', 'K1'] as const
const decimals = 1e10

/** The figures of a report in the one published form that `indicators --format json` prints. */
export function publishFigures(report: Report): Published {
  const { period, figures, breakdowns, series } = report
  return {
    period: { from: period.from, to: period.to },
    indicators: mapped(figures, publishFigure),
    breakdowns: Object.fromEntries(brokenDown.map((id) => [id, mapped(breakdowns[id], publishBreakdown)])),
    by_quarter: Object.fromEntries(byQuarter.map((id) => [id, publishSeries(series[id])])),
  }
}

function publishFigure(figure: Figure): Published {
  if (figure.shape !== 'grouped') return publishPlain(figure)
  const groups = mapped(figure.groups, publishPlain)
  if (figure.whole?.shape !== 'mean') return groups
  return { ...publishPlain(figure.whole), [`by_${figure.by}`]: groups }
}

function publishPlain({ shape, ...members }: PlainFigure): Published {
  const published: Record<string, number | null> = {}
  for (const [name, value] of Object.entries(members)) {
    if (shape === 'count' && name === 'high') continue
    published[snakeCase(name)] = value === null ? null : Math.round(value * decimals) / decimals
  }
  return published
}

function publishBreakdown(breakdown: Breakdown): Published {
  return mapped(breakdown, plainValue)
}

/** One number per quarter; of an indicator that has groups, per group and quarter. */
function publishSeries(series: Breakdown): Published {
  const [sample] = Object.values(series)
  if (sample?.shape !== 'grouped') return mapped(series, plainValue)
  return mapped(sample.groups, (_, group) => {
    return mapped(series, (figure) => plainValue((figure as GroupedFigure).groups[group] ?? figure))
  })
}

function plainValue(figure: Figure): number | null {
  return 'value' in figure ? figure.value : null
}

function mapped<Value, Result extends Published[string]>(
  members: Readonly<Partial<Record<string, Value>>>,
  map: (value: Value, name: string) => Result,
): Record<string, Result> {
  const known = Object.entries(members).filter((member): member is [string, Value] => member[1] !== undefined)
  return Object.fromEntries(known.map(([name, value]) => [name, map(value, name)]))
}

function snakeCase(name: string): string {
  if (name === 'ratePer100') return 'rate_per_100'
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
