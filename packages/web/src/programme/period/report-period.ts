import { type Day, findDay } from '@sathi/domain/journal'

/** The period in an address: both days, or none when they are no days or stand the wrong way round. */
export function readPeriod(search: Readonly<Record<string, unknown>>): { from?: Day; to?: Day } {
  const from = dayIn(search.from)
  const to = dayIn(search.to)
  return from !== undefined && to !== undefined && from <= to ? { from, to } : {}
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' ? findDay(value) : undefined
}
