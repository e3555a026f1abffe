import { getKind } from '@sathi/domain/catalogue'
import type { Compartment, Entry, Language } from '@sathi/domain/journal'
import type { CompartmentAnswer, OpenDevice } from '../../device/index.ts'
import { writeDraft } from '../form/write-draft.ts'
import { nameOfDraft } from './name-of-draft.ts'
import { saidEntry } from './said-entry.ts'

/** Keeps what an entry says as the half-written form of a new one of its kind, where writing one finds it. */
export async function copyToNewEntry(device: OpenDevice, entry: Entry, language: Language): Promise<void> {
  const opened = new Map<Compartment, CompartmentAnswer>()
  for (const compartment of Object.keys(entry.sealed ?? {}) as Compartment[]) {
    opened.set(compartment, await device.readCompartment(entry.subject.id, compartment))
  }
  const draft = writeDraft(getKind(entry.kind), saidEntry(entry, opened, undefined), language)
  await device.keepDraft(nameOfDraft(entry.subject.id, entry.kind), draft, entry.subject.id)
}
