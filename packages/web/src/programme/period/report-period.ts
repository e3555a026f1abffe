import { type Day, findDay } from '@sathi/domain/journal'

/**
 * The period in an address: both days, or none when they are no days or stand the wrong way round. None is said in so
 * many words: what is left out here would stay as the address has it.
 */
export function readPeriod(search: Readonly<Record<string, unknown>>): {
  from?: Day | undefined
  to?: Day | undefined
} {
  const from = dayIn(search.from)
  const to = dayIn(search.to)
  return from !== undefined && to !== undefined && from <= to
    ? { from, to }
    : { from: undefined, to: undefined }
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' ? findDay(value) : undefined
}
