import { type Answer, ask, type Refusal, readAnswer } from './answer.ts'

/** One fault of a line list with its place. `accepted` is English; `code` is what a screen words. */
export type LineListFault = {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly found: string
  readonly accepted: string
  readonly code: string
}

/** An import as the server keeps it, whether or not somebody watches. `faults` are the first thousand. */
export type ImportState = {
  readonly id: string
  readonly state: 'reading' | 'storing' | 'done' | 'refused' | 'failed'
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rowsRead: number
  readonly rowsStored: number
  readonly rowsAlreadyStored: number
  readonly faults: readonly LineListFault[]
  readonly faultCount: number
  readonly refusal: Refusal | null
}

export function askForImport(id: string): Promise<Answer<ImportState>> {
  return ask(`/imports/${encodeURIComponent(id)}`)
}

/**
 * Sends files, each under its own name without its folder. Not by `fetch`, which cannot tell how much has been sent.
 */
export function sendLineList(
  files: readonly File[],
  onSent: (bytesSent: number, bytesTotal: number) => void,
): Promise<Answer<{ id: string }>> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded, total)
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.onerror = () => resolve({ state: 'unreachable' })
    request.onabort = () => resolve({ state: 'unreachable' })
    request.open('POST', '/api/imports')
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}
