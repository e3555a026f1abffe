import type { Compartment, Entry } from '@sathi/domain/journal'
import type { CompartmentAnswer } from '../../device/index.ts'
import type { SaidEntry } from '../form/entry-draft.ts'
import type { SealedValue } from '../form/sealed-value.ts'

type Opened = ReadonlyMap<Compartment, CompartmentAnswer>

/** An entry as a form takes it, opened as far as this member can open it. */
export function saidEntry(entry: Entry, opened: Opened, by: string | undefined): SaidEntry {
  const parts = Object.keys(entry.sealed ?? {}) as Compartment[]
  const sealedFields: Partial<Record<Compartment, Readonly<Record<string, SealedValue>>>> = {}
  const unreadable: Compartment[] = []
  for (const compartment of parts) {
    const answer = opened.get(compartment)
    const said = answer?.state === 'open' ? answer.said.get(entry.id) : undefined
    if (said === undefined) unreadable.push(compartment)
    else sealedFields[compartment] = said as Readonly<Record<string, SealedValue>>
  }
  const { id, version, occurredOn, open } = entry
  return { id, version, occurredOn, open, sealedFields, unreadable, ...(by !== undefined && { by }) }
}
