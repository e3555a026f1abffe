import { mostInMessage, protocol } from '../measures/index.ts'
import type { PushRefusal } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import type { DeviceStore } from './device-store.ts'
import { withKeysFor } from './keys-for.ts'
import { nextPush } from './next-push.ts'
import { isUnreachable, type Unreachable } from './office.ts'
import type { OwnItem } from './own-item.ts'
import { settleWaiting } from './settle-waiting.ts'
import { takeOutcomes } from './take-outcomes.ts'
import { uploadBlob } from './upload-blobs.ts'

/**
 * Brings up everything that is to go, in the order in which it was written, until nothing is left: files before the
 * entries that refer to them. What the office refuses stays here and holds nothing else back.
 */
export async function pushItems(ports: DevicePorts): Promise<{ readonly state: 'done' } | Unreachable> {
  for (;;) {
    const toGo = await settleItems(ports.store)
    const { batch, tooLarge } = nextPush(toGo)
    if (tooLarge.length > 0) {
      await refuse(ports.store, tooLarge, { reason: 'too-large' })
      continue
    }
    const ready = await bringFiles(ports, batch)
    if ('state' in ready) return ready
    if (ready.lacking.length > 0) {
      await refuse(ports.store, ready.lacking, { reason: 'unknown-blob' })
      continue
    }
    const wraps = (await ports.store.listOutgoingWraps()).slice(0, mostInMessage)
    const reads = (await ports.store.listReads()).slice(0, mostInMessage)
    if (batch.length === 0 && wraps.length === 0 && reads.length === 0) return { state: 'done' }
    const answer = await ports.office.push({
      protocol,
      device: ports.device,
      submissions: batch.map(({ submission }) => submission),
      keys: batch.flatMap(({ keys }) => keys),
      wraps,
      reads: reads.map(({ order: _, ...read }) => read),
    })
    if (isUnreachable(answer)) return answer
    // An answer to something else would leave items to go for ever.
    if (!batch.every(({ submission }, index) => submission.entry.id === answer.outcomes[index]?.id)) {
      return { state: 'unreachable', why: 'misunderstood' }
    }
    await ports.store.commit([
      ...takeOutcomes(toGo, answer),
      ...wraps.map((wrap) => ({ write: 'drop-outgoing-wrap', wrap }) as const),
      ...reads.map(({ order }) => ({ write: 'drop-read', order }) as const),
    ])
  }
}

async function settleItems(store: DeviceStore): Promise<readonly OwnItem[]> {
  const items = await store.listItems(['to-go', 'refused', 'waiting'])
  const { toGo, writes } = settleWaiting(items)
  if (writes.length > 0) await store.commit(writes)
  return toGo.map((item) => withKeysFor(item, items))
}

async function refuse(store: DeviceStore, items: readonly OwnItem[], refusal: PushRefusal): Promise<void> {
  await store.commit(
    items.map(
      ({ submission }) =>
        ({ write: 'standing', id: submission.entry.id, standing: { state: 'refused', refusal } }) as const,
    ),
  )
}

async function bringFiles(
  ports: DevicePorts,
  batch: readonly OwnItem[],
): Promise<{ readonly lacking: readonly OwnItem[] } | Unreachable> {
  const lacking: OwnItem[] = []
  for (const item of batch) {
    for (const blob of item.submission.blobs ?? []) {
      const uploaded = await uploadBlob(ports, blob)
      if (isUnreachable(uploaded)) return uploaded
      if (uploaded.state === 'refused' && !lacking.includes(item)) lacking.push(item)
    }
  }
  return { lacking }
}
