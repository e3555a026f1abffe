import {
  type Box,
  canonicalJson,
  type Entry,
  type EntryId,
  type Instant,
  type MemberId,
  type PartialDate,
  type SubjectId,
} from '@sathi/domain'
import {
  createCompartmentKey,
  type MemberCard,
  sealPart,
  signEntry,
  signMemberCard,
  type WebKey,
} from '@sathi/sealing'
import type { Change, DeviceId } from '@sathi/sync'
import type { Profile } from '../session/session.ts'
import { makeVouchedWrap } from '../session/vouched-wrap.ts'
import { askVault } from '../vault/ask-vault.ts'
import type { NewMemberKeys } from '../vault/vault-tasks.ts'
import { newId } from '../writing/new-id.ts'

/** An invented organisation of one member, who is the one on this device. */
export type InventedOrganisation = {
  readonly profile: Profile
  readonly made: NewMemberKeys
  readonly card: MemberCard
}

export async function inventOrganisation(passphrase: string): Promise<InventedOrganisation> {
  const id = () => newId(Date.now())
  const [organisation, member, device] = [id(), id() as MemberId, id() as DeviceId]
  const owner = { organisationId: organisation, memberId: member, keyNumber: 1 }
  const recoveryPublicKey = await somePublicKey()
  const made = await askVault('newMemberKeys', passphrase, owner, recoveryPublicKey)
  const { sealing, signing } = made.keys.public
  const own = { memberId: member, keyNumber: 1 }
  const card = await signMemberCard({ ...owner, sealing, signing, code: 'cw-01' }, own, made.keys.signing)
  return {
    made,
    card,
    profile: {
      organisation,
      member,
      code: 'cw-01',
      keyNumber: 1,
      device,
      kept: made.kept,
      recoveryPublicKey,
      pinned: { organisationId: organisation, memberId: member, keyNumber: 1, signing },
    },
  }
}

async function somePublicKey(): Promise<string> {
  const pair = (await crypto.subtle.generateKey({ name: 'X25519' }, true, ['deriveBits'])) as CryptoKeyPair
  return (await crypto.subtle.exportKey('jwk', pair.publicKey)).x ?? ''
}

/** What an office has of so many cases with so many entries in all, as changes that a device pulls. */
export async function inventChanges(
  organisation: InventedOrganisation,
  cases: number,
  entries: number,
  words: string,
): Promise<Change[]> {
  const { profile, made, card } = organisation
  const changes: Change[] = [{ change: 'member', card: { ...card, member: profile.member } }]
  const keys: { readonly subject: SubjectId; readonly key: WebKey }[] = []
  for (let number = 0; number < cases; number += 1) {
    const key = await createCompartmentKey()
    const subject = newId(Date.now()) as SubjectId
    const name = { subject, compartment: 'casework', version: 1 } as const
    const holder = { id: profile.member, publicKey: made.keys.public.sealing }
    const wrap = await makeVouchedWrap({ profile }, key, name, holder, made.keys.signing)
    changes.push({ change: 'wrap', ...name, wrap, madeBy: profile.member })
    keys.push({ subject, key })
  }
  for (let number = 0; number < entries; number += 1) {
    const of = keys[number % cases]
    if (of === undefined) continue
    const entry = await inventEntry(organisation, of, number, number < cases, words)
    const subjectCode = `C-${(number % cases) + 1}`
    const receivedAt = entry.recordedAt
    changes.push({ change: 'entry', position: number + 1, receivedAt, entry, subjectCode })
  }
  return changes
}

async function inventEntry(
  { profile, made }: InventedOrganisation,
  { subject, key }: { readonly subject: SubjectId; readonly key: WebKey },
  number: number,
  isOpening: boolean,
  words: string,
): Promise<Entry> {
  const id = newId(Date.now()) as EntryId
  const kind = isOpening ? 'case_opened' : 'follow_up'
  const fields = isOpening
    ? { names: [{ text: `${words} ${number}`, script: 'latn', kind: 'call' }] }
    : { narrative: `${words} ${number}: we talked about the shop and how the children are doing at school.` }
  const place = {
    organisationId: profile.organisation,
    subjectId: subject,
    entryId: id,
    kind,
    compartment: 'casework',
  }
  const { keyVersion, box } = await sealPart(fields, key, 1, place, canonicalJson)
  const day = new Date(Date.UTC(2026, 0, 1) + (number % 300) * 86_400_000).toISOString()
  const entry: Entry = {
    id,
    subject: { type: 'case', id: subject },
    kind,
    version: 1,
    occurredOn: day.slice(0, 10) as PartialDate,
    recordedAt: day as Instant,
    author: profile.code,
    device: profile.device,
    open: isOpening
      ? { pathway: 'shelter', gender: 'Feminine', is_child: 'no', age: 20 }
      : { channel: 'home_visit', reached: 'survivor', safe: 'yes' },
    sealed: { casework: { keyVersion, box: box as Box } },
  }
  const by = { by: profile.member, key: 1 }
  const signed = await signEntry(entry, profile.organisation, by, made.keys.signing, canonicalJson)
  return { ...entry, signed: { ...by, signature: signed.signature } }
}
