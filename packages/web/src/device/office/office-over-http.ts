import type { BlobAnswer, BlobCard, BlobId, Office, Unreachable } from '@sathi/sync'
import { officePaths } from './office-paths.ts'

/** How a request leaves the device, and what to do when the office does not know who asks. */
export type OfficePorts = {
  readonly fetch: typeof fetch
  /** Signs in again with what is known here; whether that went well. Asked at most once for a request. */
  readonly renew: () => Promise<boolean>
}

const noNetwork: Unreachable = { state: 'unreachable', why: 'no-network' }
const signedOut: Unreachable = { state: 'unreachable', why: 'signed-out' }
const misunderstood: Unreachable = { state: 'unreachable', why: 'misunderstood' }
// A bad line may take long over a megabyte, but not for ever.
const patience = 60_000

/** The office by HTTP, with its answers judged: whoever holds the server may answer anything. */
export function officeOverHttp(ports: OfficePorts): Office {
  const cards = new Map<BlobId, BlobCard>()
  const say = async <Name extends AnswerName>(
    name: Name,
    path: string,
    body: unknown,
  ): Promise<AnswerOf<Name> | Unreachable> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    return readJson(name, await send(ports, path, init))
  }
  return {
    hello: (request) => say('HelloAnswer', officePaths.hello, request),
    wiped: (request) => say('WipedAnswer', officePaths.wiped, request),
    push: (request) => say('PushAnswer', officePaths.push, request),
    pull: (request) => say('PullAnswer', officePaths.pull, request),
    blob: (request) => say('BlobAnswer', officePaths.blob, request),
    async chunk({ device, blob, number, bytes }): Promise<BlobAnswer | Unreachable> {
      const path = `${officePaths.chunk(blob, number)}?${new URLSearchParams({ device })}`
      const body = bytes as Uint8Array<ArrayBuffer>
      const headers = { 'content-type': 'application/octet-stream' }
      return readJson('BlobAnswer', await send(ports, path, { method: 'PUT', headers, body }))
    },
    async fetch({ device, blob, number }) {
      const asked = `?${new URLSearchParams({ device })}`
      const card =
        cards.get(blob) ?? (await readJson('BlobCard', await send(ports, officePaths.card(blob) + asked, {})))
      if ('state' in card) return card === notThere ? { state: 'not-there' } : card
      cards.set(blob, card)
      const response = await send(ports, officePaths.chunk(blob, number) + asked, {})
      if (!(response instanceof Response)) return response
      if (response.status === 404) return { state: 'not-there' }
      if (!response.ok) return misunderstood
      try {
        return { state: 'chunk', card, bytes: new Uint8Array(await response.arrayBuffer()) }
      } catch {
        return noNetwork
      }
    },
  }
}

type Messages = typeof import('@sathi/sync/messages')
type AnswerName = 'HelloAnswer' | 'WipedAnswer' | 'PushAnswer' | 'PullAnswer' | 'BlobAnswer' | 'BlobCard'
type AnswerOf<Name extends AnswerName> = ReturnType<Messages[Name]['parse']>

const notThere: Unreachable = { state: 'unreachable', why: 'misunderstood' }

async function send(
  { fetch, renew }: OfficePorts,
  path: string,
  init: RequestInit,
): Promise<Response | Unreachable> {
  const once = () =>
    fetch(path, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(patience) })
  try {
    const response = await once()
    if (response.status !== 401) return response
    if (!(await renew())) return signedOut
    const again = await once()
    return again.status === 401 ? signedOut : again
  } catch {
    return noNetwork
  }
}

async function readJson<Name extends AnswerName>(
  name: Name,
  response: Response | Unreachable,
): Promise<AnswerOf<Name> | Unreachable> {
  if (!(response instanceof Response)) return response
  if (response.status === 404) return notThere
  // A proxy's page or a fault of the server: nothing is known to have happened.
  if (!response.ok) return response.status >= 500 ? noNetwork : misunderstood
  try {
    const [{ [name]: schema }, body] = await Promise.all([
      loadMessages(),
      response.json() as Promise<unknown>,
    ])
    const read = schema.safeParse(body)
    return read.success ? (read.data as AnswerOf<Name>) : misunderstood
  } catch {
    return misunderstood
  }
}

/** Loaded with the first answer: the device is open and shown long before. */
function loadMessages(): Promise<Messages> {
  // Compiling schemas is a kind of eval, which the content policy forbids and reports.
  const settings = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
  settings.__zod_globalConfig = { ...settings.__zod_globalConfig, jitless: true }
  return import('@sathi/sync/messages')
}
