import { bytesOf, largestMessage, messageFrame, mostInMessage } from '../measures/index.ts'
import type { OwnItem } from './own-item.ts'

/** The items that go up next: as many, in order, as one message holds. `tooLarge`: those that no message ever holds. */
export function nextPush(toGo: readonly OwnItem[]): {
  readonly batch: readonly OwnItem[]
  readonly tooLarge: readonly OwnItem[]
} {
  const batch: OwnItem[] = []
  const tooLarge: OwnItem[] = []
  const room = largestMessage - messageFrame
  let bytes = 0
  for (const item of toGo) {
    if (batch.length === mostInMessage) break
    const own = bytesOf(item.submission) + bytesOf(item.keys) + 2
    if (own > room) {
      tooLarge.push(item)
      continue
    }
    if (bytes + own > room) break
    bytes += own
    batch.push(item)
  }
  return { batch, tooLarge }
}
