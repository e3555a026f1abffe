import type { AftercareSheet, DayNumber, EntryId } from '@sathi/domain'

/** For how many days a verified contact vouches for her. */
export const contactHoldsForDays = 90

export type VerifiedContact = { readonly id: EntryId; readonly day: DayNumber }

const known = new WeakMap<AftercareSheet, readonly VerifiedContact[]>()

/**
 * The contacts by which the programme knows that she is safe, in order of day: follow-ups that reached her or a person
 * she trusts, and each beginning of intensive aftercare. Rumours and unanswered visits are none.
 */
export function verifiedContactsOf(sheet: AftercareSheet): readonly VerifiedContact[] {
  let contacts = known.get(sheet)
  if (contacts === undefined) {
    contacts = gatherContacts(sheet)
    known.set(sheet, contacts)
  }
  return contacts
}

function gatherContacts({ followUps = [], enrolments = [] }: AftercareSheet): VerifiedContact[] {
  const contacts: VerifiedContact[] = []
  for (const { id, from, intensity } of enrolments) {
    if (intensity === 'intensive') contacts.push({ id, day: from })
  }
  for (const followUp of followUps) {
    const reached = followUp[2]
    if (reached === 'survivor' || reached === 'trusted_person')
      contacts.push({ id: followUp[0], day: followUp[1] })
  }
  return contacts.sort((left, right) => left.day - right.day)
}
