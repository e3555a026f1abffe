import type { LineListFault } from './fault.ts'

/** Faults kept with their places; beyond these they are only counted, so that a hostile list cannot fill the memory. */
export const mostFaultsListed = 10_000

export type FaultList = {
  /** File by file as they were read, each from top to bottom. */
  listed(): readonly LineListFault[]
  readonly count: number
  add(fault: LineListFault): void
}

export function createFaultList(): FaultList {
  const faults: LineListFault[] = []
  const places = new Map<string, number>()
  let count = 0
  const placeOf = (file: string): number => places.get(file) ?? 0
  return {
    listed: () =>
      faults.toSorted(
        (left, right) => placeOf(left.file) - placeOf(right.file) || (left.line ?? 0) - (right.line ?? 0),
      ),
    get count() {
      return count
    },
    add(fault) {
      count += 1
      if (faults.length >= mostFaultsListed) return
      faults.push(fault)
      if (!places.has(fault.file)) places.set(fault.file, places.size)
    },
  }
}
