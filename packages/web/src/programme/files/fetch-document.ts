/** Fetches a document and hands it to the browser to keep under a name. False when it did not come. */
export async function fetchDocument(address: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(address)
    if (!response.ok) return false
    save(await response.blob(), name)
    return true
  } catch {
    return false
  }
}

/** Hands bytes to the browser to keep under a name. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has begun to read by the next turn; an address kept longer would keep the bytes in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
