import type { EntryId, SubjectId } from '@sathi/domain'
import { type Counted, type CountedByPart, type CountedPart, countedParts } from '../figures/index.ts'
import type { SubjectUnit } from './unit.ts'

/** What a figure counted, by part: one for each thing, with all its entries; a numerator stands in its denominator too. */
export function countedByPart(units: readonly SubjectUnit[]): CountedByPart {
  const byPart: Partial<Record<CountedPart, readonly Counted[]>> = {}
  for (const part of countedParts) {
    const members = units.filter(
      (unit) => unit.part === part || (part === 'denominator' && unit.part === 'numerator'),
    )
    if (members.length > 0) byPart[part] = onePerCode(members)
  }
  return byPart
}

function onePerCode(units: readonly SubjectUnit[]): Counted[] {
  const counted: { subject: SubjectId; entries: readonly EntryId[] }[] = []
  const byCode = new Map<string, { subject: SubjectId; entries: readonly EntryId[] }>()
  for (const { subject, code, entries, each } of units) {
    if (each !== undefined) {
      for (const entry of each) counted.push({ subject, entries: [entry, ...entries] })
      continue
    }
    const known = code === undefined ? undefined : byCode.get(code)
    if (known !== undefined) {
      known.entries = [...new Set([...known.entries, ...entries])]
      continue
    }
    const one = { subject, entries }
    counted.push(one)
    if (code !== undefined) byCode.set(code, one)
  }
  return counted
}
