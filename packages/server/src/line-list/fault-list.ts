import type { LineListFault } from './fault.ts'

/** Faults kept with their places; beyond these they are only counted, so that a hostile list cannot fill the memory. */
export const mostFaultsListed = 10_000

export type FaultList = {
  readonly listed: readonly LineListFault[]
  readonly count: number
  add(fault: LineListFault): void
}

export function createFaultList(): FaultList {
  const listed: LineListFault[] = []
  let count = 0
  return {
    listed,
    get count() {
      return count
    },
    add(fault) {
      count += 1
      if (listed.length < mostFaultsListed) listed.push(fault)
    },
  }
}
