import { protocol } from '../measures/index.ts'
import type { BlobId } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import { isUnreachable, type Unreachable } from './office.ts'

/**
 * Brings a file up, from the chunk on that the office lacks. `refused`: the office does not take it, or the device does
 * not hold it; the entry that refers to it is refused with it.
 */
export async function uploadBlob(
  { store, office, device }: DevicePorts,
  blob: BlobId,
): Promise<{ readonly state: 'there' | 'refused' } | Unreachable> {
  const card = await store.findBlob(blob)
  // The office may have it all the same: then the entry that refers to it is taken.
  if (card === undefined) return { state: 'there' }
  let answer = await office.blob({ protocol, device, card })
  for (;;) {
    if (isUnreachable(answer)) return answer
    if (answer.state === 'refused') return { state: 'refused' }
    if (answer.have >= card.chunks.length) return { state: 'there' }
    const number: number = answer.have
    const bytes = await store.readChunk(blob, number)
    if (bytes === undefined) return { state: 'refused' }
    answer = await office.chunk({ protocol, device, blob, number, bytes })
    if (!isUnreachable(answer) && answer.state === 'have' && answer.have < number) {
      // The office has lost what it had: it begins anew with the next round.
      return { state: 'unreachable', why: 'misunderstood' }
    }
  }
}
