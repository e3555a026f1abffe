import { type Box, type Compartment, canonicalJson, type Entry, type SealedPart } from '@sathi/domain'
import { sealPart, signEntry } from '@sathi/sealing'
import type { Submission } from '../journal/index.ts'
import type { UnsealedRow } from '../line-list/index.ts'
import type { CaseKeys } from './case-keys.ts'
import type { MemberAtHand } from './member-at-hand.ts'

/** Seals what rows say under the keys of their cases, and signs each entry: the importing member vouches for all of them. */
export async function sealRows(
  keys: CaseKeys,
  member: MemberAtHand,
  rows: readonly UnsealedRow[],
): Promise<readonly Submission[]> {
  const withSealed = rows.filter(({ says }) => Object.keys(says).length > 0)
  await keys.load(withSealed.map(({ submission }) => submission.entry.subject.id))
  return Promise.all(
    rows.map(async (row) => {
      const entry = await withParts(keys, member, row)
      return { ...row.submission, entry: await signed(member, entry) }
    }),
  )
}

async function withParts(
  keys: CaseKeys,
  { orgId }: MemberAtHand,
  { submission, says }: UnsealedRow,
): Promise<Entry> {
  const { entry } = submission
  const parts: { [Name in Compartment]?: SealedPart } = {}
  for (const [name, fields] of Object.entries(says)) {
    const compartment = name as Compartment
    const { version, key } = await keys.getToSeal(entry.subject.id, compartment)
    const place = {
      organisationId: orgId,
      subjectId: entry.subject.id,
      entryId: entry.id,
      kind: entry.kind,
      compartment,
    }
    const { keyVersion, box } = await sealPart(fields, key, version, place, canonicalJson)
    parts[compartment] = { keyVersion, box: box as Box }
  }
  return Object.keys(parts).length === 0 ? entry : { ...entry, sealed: parts }
}

async function signed(member: MemberAtHand, entry: Entry): Promise<Entry> {
  const by = { by: member.id, key: member.keyNumber }
  const { signature } = await signEntry(entry, member.orgId, by, member.keys.signing, canonicalJson)
  return { ...entry, signed: { ...by, signature } }
}
