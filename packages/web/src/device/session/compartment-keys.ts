import type { Compartment, SubjectId } from '@sathi/domain'
import { openWrap, type WebKey } from '@sathi/sealing'
import type { HeldKey, KeyName } from '@sathi/sync'
import type { Session } from './session.ts'
import { readVouchedWrap } from './vouched-wrap.ts'

/** A key of a compartment, opened on demand from its wrap; undefined when there is none for this member. */
export async function findKey(session: Session, name: KeyName): Promise<WebKey | undefined> {
  const { compartmentKeys } = session.opened
  const spelled = `${name.subject} ${name.compartment} ${name.version}`
  const before = compartmentKeys.get(spelled)
  if (before !== undefined) return before
  const wraps = await session.store.findWraps(name.subject, name.compartment)
  const held = wraps.find(({ version }) => version === name.version)
  const key = held && (await openHeldKey(session, held, 'to_use'))?.key
  if (key !== undefined && !session.isEnded()) compartmentKeys.set(spelled, key)
  return key
}

/** The newest key that somebody trusted vouches for: the one to seal under. */
export async function findNewestKey(
  session: Session,
  subject: SubjectId,
  compartment: Compartment,
): Promise<{ readonly version: number; readonly key: WebKey } | undefined> {
  const wraps = await session.store.findWraps(subject, compartment)
  for (const held of wraps.toSorted((left, right) => right.version - left.version)) {
    const opened = await openHeldKey(session, held, 'to_use')
    if (opened?.isVouched) return { version: held.version, key: opened.key }
  }
  return undefined
}

export async function openHeldKey(
  session: Session,
  held: HeldKey,
  use: 'to_use' | 'to_pass_on',
): Promise<{ readonly key: WebKey; readonly isVouched: boolean } | undefined> {
  const usable = await session.keys
  const read = await readVouchedWrap(session, held.wrap, held, held.madeBy)
  if (usable === undefined || read === undefined) return undefined
  const key = await openWrap(read.wrapped, usable.keys.sealing, read.place, use)
  return key.state === 'open' ? { key: key.value, isVouched: read.isVouched } : undefined
}
