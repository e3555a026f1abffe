import { type Compartment, compartments, type Entry, type EntryId, type SubjectId } from '@sathi/domain'
import { openPart } from '@sathi/sealing'
import type { OpenedPart, OpenedParts } from '../line-list/index.ts'
import type { CaseKeys } from './case-keys.ts'
import type { MemberAtHand } from './member-at-hand.ts'

/** Opens the sealed parts of entries as far as the member may and holds their keys. */
export async function openParts(
  keys: CaseKeys,
  member: MemberAtHand,
  mayOpen: (compartment: Compartment, subject: SubjectId) => boolean,
  entries: readonly Entry[],
): Promise<ReadonlyMap<EntryId, OpenedParts>> {
  const sealed = entries.filter((entry) => entry.sealed !== undefined)
  await keys.load(sealed.map(({ subject }) => subject.id))
  const opened = await Promise.all(
    sealed.map(async (entry): Promise<readonly [EntryId, OpenedParts]> => {
      const parts: { [Name in Compartment]?: OpenedPart } = {}
      for (const compartment of compartments) {
        if (entry.sealed?.[compartment] === undefined) continue
        const may = mayOpen(compartment, entry.subject.id)
        parts[compartment] = may ? await openOne(keys, member, entry, compartment) : withheld
      }
      return [entry.id, parts]
    }),
  )
  return new Map(opened)
}

const withheld: OpenedPart = { state: 'withheld' }

async function openOne(
  keys: CaseKeys,
  { orgId }: MemberAtHand,
  { id, subject, kind, sealed }: Entry,
  compartment: Compartment,
): Promise<OpenedPart> {
  const part = sealed?.[compartment]
  if (part === undefined || !('box' in part)) return withheld
  const key = await keys.find({ subject: subject.id, compartment, version: part.keyVersion })
  if (key === undefined) return withheld
  const place = { organisationId: orgId, subjectId: subject.id, entryId: id, kind, compartment }
  const answer = await openPart(part, key, place)
  return answer.state === 'open' ? { state: 'open', fields: answer.value } : { state: 'damaged' }
}
