import type { MemberId } from '@sathi/domain'
import type { MemberCard, MemberPublicKeys } from '@sathi/sealing'
import { statement, type Transaction } from '../database/index.ts'

/** A member's keys as the server has them: it can open neither wrap. */
export type StoredKeys = MemberPublicKeys & {
  readonly number: number
  readonly wrappedByPassphrase: string
  readonly wrappedForRecovery: string
  /** The invited device's proof; none for the first member. */
  readonly proof: string | null
  readonly card: MemberCard | null
}

const storeKeys = statement(
  'store_member_keys',
  `insert into app.member_key
     (org_id, member_id, number, sealing, signing, proof, wrapped_by_passphrase, wrapped_for_recovery, card, made_at)
   values ((select app.org_id()), $1, $2, $3, $4, $5, $6, $7, $8, now())`,
)
const selectKeys = statement(
  'list_member_keys',
  `select number, sealing, signing, proof, wrapped_by_passphrase, wrapped_for_recovery, card
   from app.member_key where org_id = (select app.org_id()) and member_id = $1 order by number`,
)
const putCard = statement(
  'put_member_card',
  'update app.member_key set card = $3 where org_id = (select app.org_id()) and member_id = $1 and number = $2',
)
const rewrapKeys = statement(
  'rewrap_member_keys',
  `update app.member_key set wrapped_by_passphrase = $3
   where org_id = (select app.org_id()) and member_id = $1 and number = $2 returning number`,
)
const selectCards = statement(
  'list_member_cards',
  `select card from app.member_key where org_id = (select app.org_id()) and card is not null order by member_id, number`,
)

export async function insertKeys(tx: Transaction, member: MemberId, keys: StoredKeys): Promise<void> {
  const { number, sealing, signing, proof, wrappedByPassphrase, wrappedForRecovery, card } = keys
  await tx.query(storeKeys, [
    member,
    number,
    sealing,
    signing,
    proof,
    wrappedByPassphrase,
    wrappedForRecovery,
    card,
  ])
}

/** All keys that the member ever had, oldest first: what she wrote or was given under old ones stays readable. */
export async function listKeys(tx: Transaction, member: MemberId): Promise<StoredKeys[]> {
  const rows = await tx.query<Row>(selectKeys, [member])
  return rows.map(({ wrapped_by_passphrase, wrapped_for_recovery, ...keys }) => ({
    ...keys,
    wrappedByPassphrase: wrapped_by_passphrase,
    wrappedForRecovery: wrapped_for_recovery,
  }))
}

export async function putMemberCard(tx: Transaction, card: MemberCard): Promise<void> {
  await tx.query(putCard, [card.memberId, card.keyNumber, card])
}

/** A member's private keys wrapped anew, by number. False when there are other numbers than hers. */
export async function rewrapAll(
  tx: Transaction,
  member: MemberId,
  wraps: readonly { readonly number: number; readonly wrappedByPassphrase: string }[],
): Promise<boolean> {
  const has = (await listKeys(tx, member)).map(({ number }) => number)
  const given = wraps.map(({ number }) => number).sort((a, b) => a - b)
  if (given.length !== has.length || has.some((number, at) => given[at] !== number)) return false
  for (const { number, wrappedByPassphrase } of wraps) {
    await tx.query(rewrapKeys, [member, number, wrappedByPassphrase])
  }
  return true
}

/** Every member's signed cards, of keys past and present: devices verify entries and wraps by them. */
export async function listCards(tx: Transaction): Promise<MemberCard[]> {
  return (await tx.query<{ card: MemberCard }>(selectCards, [])).map(({ card }) => card)
}

type Row = MemberPublicKeys & {
  readonly number: number
  readonly proof: string | null
  readonly wrapped_by_passphrase: string
  readonly wrapped_for_recovery: string
  readonly card: MemberCard | null
}
