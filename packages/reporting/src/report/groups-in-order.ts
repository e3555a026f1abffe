import { notRecorded } from '../cases/index.ts'

/** Groups in order of their code, `not_recorded` last. */
export function inOrderOfCode<Members>(byGroup: ReadonlyMap<string, Members>): ReadonlyMap<string, Members> {
  return new Map([...byGroup].sort(([left], [right]) => compare(left, right)))
}

function compare(left: string, right: string): number {
  if (left === notRecorded || right === notRecorded) return left === notRecorded ? 1 : -1
  return left < right ? -1 : 1
}
