import type { Words } from '@sathi/domain/journal'
import type { SaveRefusal } from '../../device/index.ts'
import { type TimelineMessageId, timelineCatalogues } from './timeline-speech.ts'

/** Words in every language for why the device did not save, and what to do next. */
export function cannotSaveWords({ reason }: SaveRefusal): Words {
  return wordsOf(`cannot.${reason}`)
}

export function wordsOf(id: TimelineMessageId): Words {
  const { en, bn, hi } = timelineCatalogues
  return { en: en[id], bn: bn[id], hi: hi[id] }
}
