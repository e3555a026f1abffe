import type { Compartment, EntryId, SubjectId } from '@sathi/domain'
import { mayOpen } from '@sathi/domain/staff'
import { openPart, type SealedFields } from '@sathi/sealing'
import { noteRead } from '@sathi/sync/device'
import { findKey } from '../session/compartment-keys.ts'
import { type Session, unlessEnded } from '../session/session.ts'
import { readSubject } from './read-subject.ts'

/** What a compartment of a case says, entry by entry. */
export type CompartmentAnswer =
  | {
      readonly state: 'open'
      readonly said: ReadonlyMap<EntryId, SealedFields>
      /** Entries that say something here which this member cannot open: its key has not come, or it is not what was sealed. */
      readonly unreadable: readonly EntryId[]
    }
  /** Her roles do not open it. */
  | { readonly state: 'not-yours' }

/**
 * Opens a compartment of a case. That it was opened is noted first, for the audit journal, with or without a network: what
 * cannot be noted is not opened.
 */
export async function readCompartment(
  session: Session,
  subject: SubjectId,
  compartment: Compartment,
): Promise<CompartmentAnswer> {
  const at = session.now()
  const { access } = session.profile
  if (access !== undefined && !mayOpen(access, compartment, subject, at)) return { state: 'not-yours' }
  await noteRead(session.store, { subject, compartment, at, offline: !session.isOnline() })
  const said = new Map<EntryId, SealedFields>()
  const unreadable: EntryId[] = []
  for (const { entry } of await readSubject(session, subject)) {
    const part = entry.sealed?.[compartment]
    if (part === undefined) continue
    const key = await findKey(session, { subject, compartment, version: part.keyVersion })
    const place = {
      organisationId: session.profile.organisation,
      subjectId: subject,
      entryId: entry.id,
      kind: entry.kind,
      compartment,
    }
    const opened = key !== undefined && 'box' in part ? await openPart(part, key, place) : undefined
    if (opened?.state === 'open') said.set(entry.id, opened.value)
    else unreadable.push(entry.id)
  }
  return unlessEnded(session, { state: 'open', said, unreadable })
}
