import type { Compartment, EntryId } from '@sathi/domain'
import type { KeyName, PushAnswer } from '../messages/index.ts'
import type { DeviceWrite } from './device-store.ts'
import type { ItemStanding, OwnItem } from './own-item.ts'
import { settleWaiting } from './settle-waiting.ts'

/**
 * What the office's answer means for the items that are to go: where each stands now. One that was refused with
 * something that it builds on waits for that; one that is sealed under a key of which the office keeps another is refused,
 * because nobody else could open it.
 */
export function takeOutcomes(toGo: readonly OwnItem[], answer: PushAnswer): readonly DeviceWrite[] {
  const standings = new Map<EntryId, ItemStanding>(
    answer.outcomes.map((outcome) => [outcome.id, standingOf(outcome)]),
  )
  for (const { submission } of toGo) {
    const { id, subject, sealed = {} } = submission.entry
    if (standings.has(id)) continue
    const compartment = (Object.keys(sealed) as Compartment[]).find((name) =>
      answer.otherKeys.some((key) =>
        isNamed(key, { subject: subject.id, compartment: name, version: sealed[name]?.keyVersion ?? 0 }),
      ),
    )
    if (compartment === undefined) continue
    standings.set(id, { state: 'refused', refusal: { reason: 'sealed-without-key', compartment } })
  }
  // Refused items come out of this as refused or, when they build on another refused one, as waiting.
  const now = toGo.map((item) => ({
    ...item,
    standing: standings.get(item.submission.entry.id) ?? item.standing,
  }))
  const writes = now.flatMap(({ submission, standing }): DeviceWrite[] =>
    standing.state === 'to-go' ? [] : [{ write: 'standing', id: submission.entry.id, standing }],
  )
  const dropped = toGo
    .flatMap(({ keys }) => keys)
    .filter((key) => answer.otherKeys.some((other) => isNamed(other, key)))
  return [...writes, ...waitingOf(now), ...dropped.map((key): DeviceWrite => ({ write: 'drop-key', key }))]
}

function standingOf(outcome: PushAnswer['outcomes'][number]): ItemStanding {
  switch (outcome.state) {
    case 'stored':
    case 'already-stored':
      return { state: 'stored', position: outcome.position }
    case 'quarantined':
      return { state: 'quarantined' }
    case 'refused':
      return { state: 'refused', refusal: outcome.refusal }
  }
}

/** Of the refused, those that name as reason something which they build on and which was itself refused. */
function waitingOf(items: readonly OwnItem[]): readonly DeviceWrite[] {
  const asIfToGo = items
    .filter(({ standing }) => standing.state === 'refused' || standing.state === 'to-go')
    .map((item): OwnItem => (followsAnother(item) ? { ...item, standing: { state: 'to-go' } } : item))
  return settleWaiting(asIfToGo).writes
}

function followsAnother({ standing }: OwnItem): boolean {
  if (standing.state !== 'refused') return false
  return standing.refusal.reason === 'unknown-target' || standing.refusal.reason === 'unknown-subject'
}

function isNamed(key: KeyName, name: KeyName): boolean {
  return key.subject === name.subject && key.compartment === name.compartment && key.version === name.version
}
