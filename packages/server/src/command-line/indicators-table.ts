import {
  type Figure,
  indicatorIds,
  indicatorWords,
  type PlainFigure,
  type Report,
} from '@sathi/reporting/figures'

/** The figures of a report as lines of text for a terminal, in English. */
export function indicatorsTable(report: Report): readonly string[] {
  const rows = indicatorIds.flatMap((id) => rowsOf(id, indicatorWords[id].name.en, report.figures[id]))
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [`${report.period.from} to ${report.period.to}, both days included`, '', ...lines]
}

function rowsOf(id: string, name: string, figure: Figure): string[][] {
  if (figure.shape !== 'grouped') return [[id, name, ...cellsOf(figure)]]
  const groups = Object.entries(figure.groups).map(([group, plain]) => [
    id,
    `${name}: ${group.replaceAll('_', ' ')}`,
    ...cellsOf(plain),
  ])
  return figure.whole === null ? groups : [[id, name, ...cellsOf(figure.whole)], ...groups]
}

/** The figure itself, then how sure it is and what is missing. */
function cellsOf(figure: PlainFigure): [string, string] {
  switch (figure.shape) {
    case 'count':
      return [String(figure.value), figure.high === null ? '' : `at most ${decimal(figure.high)}`]
    case 'proportion':
      return [
        `${figure.numerator} of ${figure.denominator}${figure.proportion === null ? '' : ` = ${share(figure.proportion)}`}`,
        sure(figure.low === null ? null : `${share(figure.low)} to ${share(figure.high)}`, figure.missing),
      ]
    case 'duration': {
      const p90 = figure.p90 === undefined ? '' : `, 90 % within ${decimal(figure.p90)}`
      return [`median ${decimal(figure.median)} days${p90}`, sure(`n ${figure.n}`, figure.missing)]
    }
    case 'mean':
      return [
        `mean ${decimal(figure.mean)}`,
        sure(`${decimal(figure.low)} to ${decimal(figure.high)}, n ${figure.n}`, figure.missing),
      ]
    case 'person_years':
      return [decimal(figure.value), `${figure.days} days of ${figure.cases} cases`]
    case 'incidence':
      return [
        `${figure.value} in ${decimal(figure.personYears)} person-years`,
        `${decimal(figure.rateLow)} to ${decimal(figure.rateHigh)} per 100`,
      ]
    case 'identification':
      return [
        `${figure.value} in ${decimal(figure.officerMonths)} officer-months`,
        `${decimal(figure.low)} to ${decimal(figure.high)}`,
      ]
    case 'rate_ratio':
      return [decimal(figure.ratio), `${decimal(figure.low)} to ${decimal(figure.high)}`]
    case 'changes':
      return [String(figure.value), `${figure.substantiatedIndependently} borne out independently`]
  }
}

function sure(interval: string | null, missing: number): string {
  return [interval, missing > 0 ? `${missing} missing` : null].filter((part) => part !== null).join(', ')
}

function share(value: number | null): string {
  return value === null ? 'unknown' : `${(100 * value).toFixed(1)} %`
}

function decimal(value: number | null): string {
  if (value === null) return 'unknown'
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
