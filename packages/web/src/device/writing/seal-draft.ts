import {
  type Box,
  type Compartment,
  canonicalJson,
  type Entry,
  type EntryId,
  type Instant,
  longestBox,
  type MemberId,
  type SealedParts,
} from '@sathi/domain'
import { createCompartmentKey, sealPart, signEntry, type WebKey } from '@sathi/sealing'
import type { NewKey } from '@sathi/sync'
import { findNewestKey } from '../session/compartment-keys.ts'
import type { Session } from '../session/session.ts'
import { makeVouchedWrap } from '../session/vouched-wrap.ts'
import type { UsableKeys } from '../vault/vault-tasks.ts'
import type { DraftToSave, SaveRefusal } from './draft-to-save.ts'
import { isKeyElsewhere } from './is-key-elsewhere.ts'

export type SealedDraft = {
  readonly state: 'sealed'
  readonly entry: Entry
  /** Keys that were made because the case had none in a compartment. */
  readonly keys: readonly NewKey[]
}

/** Seals what a draft says in each compartment, under the case's keys, and signs the whole. */
export async function sealDraft(
  session: Session,
  { keys }: UsableKeys,
  draft: DraftToSave,
  id: EntryId,
  recordedAt: Instant,
): Promise<SealedDraft | { readonly state: 'refused'; readonly refusal: SaveRefusal }> {
  const { profile } = session
  const made: NewKey[] = []
  const parts: Record<string, unknown> = {}
  for (const [name, fields] of Object.entries(draft.sealedFields)) {
    const compartment = name as Compartment
    if (Object.keys(fields).length === 0 && draft.amends === undefined) continue
    const known = await findNewestKey(session, draft.subject.id, compartment)
    const first = known === undefined ? await makeKey(session, keys.signing, draft, compartment) : undefined
    const used = known ?? first
    if (used === undefined) return { state: 'refused', refusal: { reason: 'no-key', compartment } }
    if (first !== undefined) made.push(first.made)
    const place = {
      organisationId: profile.organisation,
      subjectId: draft.subject.id,
      entryId: id,
      kind: draft.kind,
      compartment,
    }
    const part = await sealPart(fields, used.key, used.version, place, canonicalJson)
    if (part.box.length > longestBox) return { state: 'refused', refusal: { reason: 'too-large' } }
    parts[compartment] = { keyVersion: part.keyVersion, box: part.box as Box }
  }
  const entry: Entry = {
    id,
    subject: draft.subject,
    kind: draft.kind,
    version: draft.version,
    occurredOn: draft.occurredOn,
    recordedAt,
    author: profile.code,
    device: profile.device,
    open: draft.open,
    ...(draft.amends !== undefined && { amends: draft.amends }),
    ...(draft.retracts !== undefined && { retracts: draft.retracts }),
    ...(draft.settles !== undefined && draft.settles.length > 0 && { settles: draft.settles }),
    ...(Object.keys(parts).length > 0 && { sealed: parts as SealedParts }),
  }
  const by = { by: profile.member as MemberId, key: profile.keyNumber }
  const { signature } = await signEntry(entry, profile.organisation, by, keys.signing, canonicalJson)
  return { state: 'sealed', entry: { ...entry, signed: { ...by, signature } }, keys: made }
}

/**
 * The first key of a compartment, wrapped for its author and the organisation's recovery key; who else must hold it the
 * office says (`wanted`) when it has come there. Undefined when a key exists that was not given to this member: a second
 * one would be of no use to anybody.
 */
async function makeKey(
  session: Session,
  signingKey: WebKey,
  { subject }: DraftToSave,
  compartment: Compartment,
): Promise<{ readonly version: number; readonly key: WebKey; readonly made: NewKey } | undefined> {
  const { profile, keys } = session
  const usable = await keys
  if (usable === undefined || (await isKeyElsewhere(session, subject.id, compartment))) return undefined
  const key = await createCompartmentKey()
  const name = { subject: subject.id, compartment, version: 1 }
  const wrapFor = async (holder: MemberId | 'recovery', publicKey: string) => ({
    holder,
    wrap: await makeVouchedWrap(session, key, name, { id: holder, publicKey }, signingKey),
  })
  const wraps = [
    await wrapFor(profile.member, usable.keys.public.sealing),
    await wrapFor('recovery', profile.recoveryPublicKey),
  ]
  return { version: 1, key, made: { ...name, wraps } }
}
