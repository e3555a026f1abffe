/** How safe what lies here is from the browser, and how much room is left. Sizes in bytes; undefined where nobody says. */
export type StorageStanding = {
  /** Whether the browser has promised not to clear it when the device runs short of room. */
  readonly persistence: 'promised' | 'not-promised' | 'not-known'
  readonly used: number | undefined
  readonly room: number | undefined
}

/** Asks the browser to keep what lies here; asked again, it costs nothing. */
export async function askForPersistence(): Promise<void> {
  await navigator.storage.persist?.()
}

export async function readStorageStanding(): Promise<StorageStanding> {
  const [promised, estimate] = await Promise.all([
    navigator.storage.persisted?.(),
    navigator.storage.estimate?.(),
  ])
  const { usage, quota } = estimate ?? {}
  return {
    persistence: promised === undefined ? 'not-known' : promised ? 'promised' : 'not-promised',
    used: usage,
    room: quota === undefined || usage === undefined ? undefined : quota - usage,
  }
}
