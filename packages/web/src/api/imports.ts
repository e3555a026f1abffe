import type { ImportStatus, startImportRoute, watchImportRoute } from '@sathi/contract/programme'
import type { AnswerOf } from '@sathi/contract/route'
import { type Answer, ask, readAnswer } from './answer.ts'

export type { ImportStatus, LineListFault } from '@sathi/contract/programme'

export function askForImport(id: string): Promise<Answer<ImportStatus>> {
  return ask<typeof watchImportRoute>(`/api/imports/${encodeURIComponent(id)}`, {})
}

const start: Pick<typeof startImportRoute, 'method' | 'path'> = { method: 'POST', path: '/api/imports' }

/** The import that the server began. */
export type Begun = AnswerOf<typeof startImportRoute>

/**
 * Sends files, each under its own name without its folder. Not by `fetch`, which cannot tell how much has been sent.
 */
export function sendLineList(
  files: readonly File[],
  onSent: (bytesSent: number, bytesTotal: number) => void,
): Promise<Answer<Begun>> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded, total)
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.onerror = () => resolve({ state: 'unreachable' })
    request.onabort = () => resolve({ state: 'unreachable' })
    request.open(start.method, start.path)
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}
