import { type Answer, readAnswer } from '../../api/index.ts'

/** Fetches a document and hands it to the browser to keep under the name that the server gives it. */
export async function fetchDocument(address: string): Promise<Answer<undefined>> {
  try {
    const response = await fetch(address)
    if (!response.ok) return readAnswer(response.status, await response.text())
    save(await response.blob(), nameIn(response.headers.get('content-disposition')))
    return { state: 'answered', value: undefined }
  } catch {
    return { state: 'unreachable' }
  }
}

function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'sathi'
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
