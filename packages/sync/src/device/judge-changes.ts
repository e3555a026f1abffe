import type { Entry, EntryId, MemberId, SubjectId } from '@sathi/domain'
import type { Change, MemberCard } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import type { AsideEntry, DeviceWrite, HeldEntry } from './device-store.ts'
import { isSameEntry, withAllBoxes } from './same-entry.ts'

/**
 * What a page of changes means for the store, as writes in the order of the changes. Everything that takes time (reading,
 * verifying) happens here, before the one transaction in which they are applied.
 */
export async function judgeChanges(
  ports: DevicePorts,
  changes: readonly Change[],
): Promise<readonly DeviceWrite[]> {
  const judging = await beginJudging(ports, changes)
  const writes: DeviceWrite[] = []
  for (const change of changes) writes.push(...(await judgeChange(ports, judging, change)))
  return writes
}

type Judging = {
  readonly held: Map<EntryId, HeldEntry>
  readonly items: ReadonlyMap<EntryId, { readonly entry: Entry; readonly hasArrived: boolean }>
  readonly cards: Map<MemberId, MemberCard>
  readonly aside: Map<EntryId, AsideEntry>
}

async function beginJudging({ store }: DevicePorts, changes: readonly Change[]): Promise<Judging> {
  const entries = changes.flatMap((one) => (one.change === 'entry' ? [one.entry] : []))
  const ids = entries.map(({ id }) => id)
  const signers = new Set(entries.flatMap(({ signed }) => (signed === undefined ? [] : [signed.by])))
  const [held, items, cards, aside] = await Promise.all([
    store.findHeld(ids),
    store.findItems(ids),
    store.findCards([...signers]),
    store.listAside(),
  ])
  return {
    held: new Map(held),
    items: new Map(
      [...items].map(([id, { submission, standing }]) => [
        id,
        { entry: submission.entry, hasArrived: standing.state === 'stored' },
      ]),
    ),
    cards: new Map(cards),
    aside: new Map(aside.map((one) => [one.entry.id, one])),
  }
}

async function judgeChange(
  ports: DevicePorts,
  judging: Judging,
  change: Change,
): Promise<readonly DeviceWrite[]> {
  switch (change.change) {
    case 'entry': {
      const { entry, position, receivedAt, subjectCode } = change
      return judgeEntry(ports, judging, { entry, position, receivedAt, subjectCode })
    }
    case 'granted':
      return []
    case 'revoked':
      forget(judging, change.subject)
      return [{ write: 'purge', subject: change.subject }]
    case 'wrap': {
      const { change: _, ...wrap } = change
      return [{ write: 'wrap', wrap: { ...wrap, from: 'office' } }]
    }
    case 'member': {
      judging.cards.set(change.card.member, change.card)
      return [{ write: 'card', card: change.card }, ...(await lookAgain(ports, judging, change.card))]
    }
    case 'assignment':
      return [{ write: 'assignment', assignment: change.assignment }]
    case 'wanted': {
      const { change: _, ...wanted } = change
      return [{ write: 'wanted', wanted }]
    }
  }
}

async function judgeEntry(
  { verify }: DevicePorts,
  judging: Judging,
  arrived: HeldEntry,
): Promise<readonly DeviceWrite[]> {
  const { entry } = arrived
  const aside = (why: AsideEntry['why']): readonly DeviceWrite[] => {
    judging.aside.set(entry.id, { ...arrived, why })
    return [{ write: 'aside', aside: { ...arrived, why } }]
  }
  const card = entry.signed === undefined ? undefined : judging.cards.get(entry.signed.by)
  if (entry.signed !== undefined && card === undefined) return aside('unknown-signer')
  if (!(await verify(entry, card))) return aside('bad-signature')
  const held = judging.held.get(entry.id)
  if (held !== undefined && !isSameEntry(held.entry, entry)) return aside('other-bytes')
  const own = judging.items.get(entry.id)
  if (own !== undefined && !isSameEntry(own.entry, entry)) return aside('other-bytes')

  const known = held?.entry ?? own?.entry
  const kept = { ...arrived, entry: known === undefined ? entry : withAllBoxes(entry, known) }
  judging.held.set(entry.id, kept)
  const writes: DeviceWrite[] = [{ write: 'held', held: kept }]
  if (judging.aside.delete(entry.id)) writes.push({ write: 'drop-aside', id: entry.id })
  // The answer to its push was lost, or somebody has let it out of quarantine.
  if (own !== undefined && !own.hasArrived) {
    writes.push({
      write: 'standing',
      id: entry.id,
      standing: { state: 'stored', position: arrived.position },
    })
  }
  return writes
}

/** A member's card has come: what she signed and was set aside is looked at again. */
async function lookAgain(
  ports: DevicePorts,
  judging: Judging,
  { member }: MemberCard,
): Promise<readonly DeviceWrite[]> {
  const writes: DeviceWrite[] = []
  for (const { why, ...arrived } of [...judging.aside.values()]) {
    if (why === 'other-bytes' || arrived.entry.signed?.by !== member) continue
    writes.push(...(await judgeEntry(ports, judging, arrived)))
  }
  return writes
}

function forget({ held, aside }: Judging, subject: SubjectId): void {
  for (const known of [held, aside]) {
    for (const [id, { entry }] of known) if (entry.subject.id === subject) known.delete(id)
  }
}
