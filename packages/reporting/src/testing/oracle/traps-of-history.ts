import { dayNumber } from './day-number.ts'
import { effectiveRows, type Fact } from './effective-rows.ts'
import { DATE_COLUMNS, subjectColumn } from './line-list-columns.ts'
import { by, count, type Opened, pairs, type Traps } from './opened-list.ts'
import { quartersOf } from './quarters-of.ts'
import { cell, type Row } from './row.ts'

/** Amendments and retractions. */
export function historyTraps({ list }: Opened): Traps {
  const traps: Record<string, number> = {}
  const found = (name: string, times = 1) => {
    traps[name] = (traps[name] ?? 0) + times
  }
  for (const [kind, rows] of Object.entries(list.tables)) {
    const byId = new Map(rows.map((row) => [cell(row, 'row_id'), row]))
    const amendedBy = new Map(rows.map((row) => [cell(row, 'amends'), row]))
    const chainFrom = (first: Row): Row[] => {
      const next = amendedBy.get(cell(first, 'row_id'))
      return next === undefined ? [first] : [first, ...chainFrom(next)]
    }
    const chains = rows.filter((row) => cell(row, 'amends') === '').map(chainFrom)
    const chainOf = new Map(chains.flatMap((chain) => chain.map((row) => [row, chain])))
    for (const chain of chains) {
      const isRetraction = cell(chain[0] as Row, 'retracts') !== ''
      found(isRetraction ? `a retraction amended ${chain.length - 1} times` : `a chain of ${chain.length}`)
      if (isRetraction && cell(chain[0] as Row, 'retracts') !== cell(chain.at(-1) as Row, 'retracts'))
        found('a retraction amended to name another row')
      const texts = chain.map((row) => cell(row, 'occurred_on'))
      if (!isRetraction && new Set(texts).size > 1) found('an amendment of the date')
    }
    const targets: string[] = []
    for (const row of rows) {
      const target = byId.get(cell(row, 'retracts'))
      if (target === undefined) continue
      const chain = chainOf.get(target) ?? []
      if (targets.includes(cell(row, 'retracts'))) found('a row taken back twice')
      targets.push(cell(row, 'retracts'))
      if (cell(target, 'retracts') !== '') found('a retraction retracted')
      else if (chain.length > 2) {
        const place = chain.indexOf(target)
        if (place === 0) found('the first row of a chain taken back')
        else
          found(place === chain.length - 1 ? 'the last row of a chain taken back' : 'a middle row taken back')
      }
      if (cell(row, 'occurred_on') !== '') found('a retraction that copies the row')
      else found('a retraction with nothing else filled in')
      if (kind === 'case_opened') found('a case opened twice, once by mistake')
    }
  }
  return traps
}

/** Partial dates, ties, edges of periods and quarters. */
export function dateTraps({ list, programme }: Opened): Traps {
  const traps: Record<string, number> = {}
  for (const column of DATE_COLUMNS) {
    const dates = Object.values(list.tables).flatMap((rows) => rows.map((row) => cell(row, column)))
    traps[`${column} to the month`] = count(dates, (date) => date.length === 7)
    traps[`${column} to the year`] = count(dates, (date) => date.length === 4)
  }
  const { from, to } = programme
  const facts = Object.values(list.tables).flatMap((rows) => effectiveRows(rows))
  for (const [name, day] of Object.entries({
    'before the first': from - 1,
    first: from,
    last: to,
    'after the last': to + 1,
  })) {
    traps[`a row on the ${name} day`] = count(facts, (fact) => fact.day === day)
  }
  const numbers = (fact: Fact) => Number(/\d+$/.exec(fact.id)?.[0] ?? 0)
  traps['a tie whose ids stand otherwise as numbers'] = Object.keys(list.tables).reduce((sum, kind) => {
    const ties = by(programme.facts(kind), subjectColumn(kind), 'occurred_on').flatMap(pairs)
    return sum + count(ties, ([a, b]) => a.day === b.day && numbers(a) > numbers(b))
  }, 0)
  const quarters = quartersOf(list.period)
  traps['a period inside one quarter'] = quarters.length === 1 ? 1 : 0
  traps['a quarter cut by the period'] = count(quarters, ({ span }) => !isWholeQuarter(span.from, span.to))
  const leapDay = dayNumber('2020-02-29')
  traps['a fact on a leap day'] = count(facts, (fact) => fact.day === leapDay && programme.inPeriod(leapDay))
  traps['a period on a leap day'] = from === leapDay || to === leapDay ? 1 : 0
  return traps
}

function isWholeQuarter(from: string, to: string): boolean {
  return /-(01|04|07|10)-01$/.test(from) && /-(03-31|06-30|09-30|12-31)$/.test(to)
}
