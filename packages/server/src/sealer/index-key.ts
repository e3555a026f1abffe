import { createIndexKey, openIndexWrap, type WebKey, wrapIndexKey } from '@sathi/sealing'
import type { Transaction } from '../database/index.ts'
import type { AtWork } from './at-work.ts'
import { indexKeyName, insertNewKeys, readVersions, readWraps } from './key-store.ts'
import { findVouchedWrap, vouchForWrap } from './vouched-wrap.ts'

/**
 * The organisation's key for finding names. The first member who needs it makes it, for everybody who has keys by then.
 * Undefined when others have made it and nobody has given it to her.
 */
export async function getIndexKey(tx: Transaction, work: AtWork): Promise<WebKey | undefined> {
  const { subject } = indexKeyName(work.member.orgId)
  const [made] = await readVersions(tx, [subject])
  return made === undefined ? makeKey(tx, work) : findKey(tx, work)
}

async function findKey(tx: Transaction, { member }: AtWork): Promise<WebKey | undefined> {
  const { subject } = indexKeyName(member.orgId)
  const [stored] = await readWraps(tx, member.id, [subject])
  const place = placeFor(member.orgId, member.id)
  const vouched = stored && findVouchedWrap(stored.wrap, place)
  if (vouched === undefined) return undefined
  for (const pair of member.sealing) {
    const key = await openIndexWrap(vouched.wrapped, pair, place)
    if (key.state === 'open') return key.value
  }
  return undefined
}

async function makeKey(tx: Transaction, { member, everybody }: AtWork): Promise<WebKey> {
  const key = await createIndexKey()
  const name = indexKeyName(member.orgId)
  const wraps = await Promise.all(
    everybody.map(async ({ holder, publicKey }) => {
      const place = placeFor(member.orgId, holder)
      const wrapped = await wrapIndexKey(key, publicKey, place)
      return { ...name, holder, wrap: await vouchForWrap(wrapped, place, member) }
    }),
  )
  await insertNewKeys(tx, member.id, [name], wraps)
  return key
}

function placeFor(orgId: AtWork['member']['orgId'], holderId: string) {
  const { subject, compartment, version } = indexKeyName(orgId)
  return { organisationId: orgId, subjectId: subject, compartment, keyVersion: version, holderId }
}
