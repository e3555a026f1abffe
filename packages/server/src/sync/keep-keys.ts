import type { Instant, MemberId } from '@sathi/domain'
import type { KeyName, NewKey, NewWrap } from '@sathi/sync'
import type { Transaction } from '../database/index.ts'
import { listAccess } from '../staff/index.ts'
import { type LackingWrap, mightHold, wantedOf } from './ask-for-wraps.ts'
import { insertKeys, insertWraps } from './keys.ts'
import type { KeyNote } from './tell-access.ts'

/** Of more subjects than this, everybody's access is read whole. */
const mostOneByOne = 4

/** Keeps new keys with their wraps. Gives what is told of the wraps. */
export async function keepKeys(
  tx: Transaction,
  madeBy: MemberId,
  keys: readonly NewKey[],
): Promise<KeyNote[]> {
  await insertKeys(tx, madeBy, keys)
  const wraps = keys.flatMap(({ wraps: made, ...name }) => made.map((wrap) => ({ ...name, ...wrap })))
  return keepWraps(tx, madeBy, wraps)
}

/** Keeps further wraps; one that a holder has already stays. Gives what is told of those that are new. */
export async function keepWraps(
  tx: Transaction,
  madeBy: MemberId,
  wraps: readonly NewWrap[],
): Promise<KeyNote[]> {
  return (await insertWraps(tx, madeBy, wraps)).flatMap(wrapTold)
}

/** The recovery key has no device to be told. */
function wrapTold({ subject, compartment, version, holder }: NewWrap): KeyNote[] {
  if (holder === 'recovery') return []
  const name = { subject: { type: 'case', id: subject }, compartment, version, holder } as const
  return [{ for: holder, what: { event: 'wrap', ...name } }]
}

/** What of new keys members lack who may hold it. Read under the feed's lock, so that no right given meanwhile is missed. */
export async function findLacking(
  tx: Transaction,
  keys: readonly NewKey[],
  now: Instant,
): Promise<KeyNote[]> {
  const subjects = [...new Set(keys.map(({ subject }) => subject))]
  const one = subjects.length > mostOneByOne ? undefined : subjects
  const lists = await Promise.all((one ?? [null]).map((subject) => listAccess(tx, subject)))
  return keys.flatMap((key) => {
    const everyone = lists[one === undefined ? 0 : one.indexOf(key.subject)] ?? []
    return everyone.flatMap((access) => {
      const lack: LackingWrap = { ...nameOf(key), holder: access.member }
      const has = key.wraps.some(({ holder }) => holder === access.member)
      return has || !mightHold(access, key, now) ? [] : [{ for: null, what: wantedOf(lack) }]
    })
  })
}

function nameOf({ subject, compartment, version }: KeyName): KeyName {
  return { subject, compartment, version }
}
