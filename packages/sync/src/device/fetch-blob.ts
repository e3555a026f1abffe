import { protocol } from '../measures/index.ts'
import type { BlobCard, BlobId } from '../messages/index.ts'
import type { DevicePorts } from './device-ports.ts'
import { isUnreachable, type Unreachable } from './office.ts'

/**
 * Fetches a file that somebody wants to see and keeps it, ciphertext as it came. The chunks are told apart by whoever
 * opens them: each is sealed to its place.
 */
export async function fetchBlob(
  { store, office, device }: DevicePorts,
  blob: BlobId,
): Promise<
  { readonly state: 'there'; readonly card: BlobCard } | { readonly state: 'not-there' } | Unreachable
> {
  const held = await store.findBlob(blob)
  if (held !== undefined) return { state: 'there', card: held }
  const chunks: Uint8Array[] = []
  for (;;) {
    const answer = await office.fetch({ protocol, device, blob, number: chunks.length })
    if (isUnreachable(answer) || answer.state === 'not-there') return answer
    // What is kept under another id may be a file of her own that has not gone up.
    if (answer.card.blob !== blob) return { state: 'unreachable', why: 'misunderstood' }
    chunks.push(answer.bytes)
    if (chunks.length < answer.card.chunks.length) continue
    await store.commit([{ write: 'blob', card: answer.card, chunks }])
    return { state: 'there', card: answer.card }
  }
}
