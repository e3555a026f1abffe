/**
 * What tabs of one device say to each other. Never what anything says: only that there is something.
 * `lock`: drop everything now; `changed`: something came or went; `active`: somebody is working.
 */
export type TabWord = 'lock' | 'changed' | 'active'

export type Tabs = {
  say(word: TabWord): void
  /** Hears the other tabs, never itself. Answers how to stop hearing. */
  hear(word: TabWord, listener: () => void): () => void
  close(): void
}

export function openTabs(): Tabs {
  const channel = new BroadcastChannel('sathi device')
  return {
    say: (word) => channel.postMessage(word),
    hear(word, listener) {
      const heard = ({ data }: MessageEvent<unknown>) => {
        if (data === word) listener()
      }
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
    close: () => channel.close(),
  }
}
