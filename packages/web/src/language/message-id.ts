import type { en } from './locales/en.ts'

/** Everything the screens say has an id; the English catalogue is the list of them, and the others are complete by type. */
export type MessageId = keyof typeof en
export type Catalogue = Readonly<Record<MessageId, string>>

declare module '@lingui/core' {
  interface Register {
    messageIds: MessageId
  }
}
