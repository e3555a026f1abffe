import type { Refusal } from '@sathi/contract/refusal'
import type { AddressOf, AnswerOf, Question, Route } from '@sathi/contract/route'

/** Why the server says no, or that something between here and the server did, which has no more to say. */
export type Refused = Refusal | { readonly kind: 'unexpected' }

/** What came back: a value, a refusal in words, or nothing because no server was there. */
export type Answer<Value> =
  | { readonly state: 'answered'; readonly value: Value }
  | { readonly state: 'refused'; readonly status: number; readonly refusal: Refused }
  | { readonly state: 'unreachable' }

/**
 * Asks what a route of the contract answers; address, method, query and body are those of the route. A server that
 * answers with something else than JSON (a proxy's error page) counts as not there.
 */
export async function ask<R extends Route>(
  address: AddressOf<R>,
  question: Question<R>,
): Promise<Answer<AnswerOf<R>>> {
  const { method = 'GET', query = {}, body } = question as Sent
  try {
    const response = await fetch(withQuery(address, query), {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return readAnswer(response.status, await response.text())
  } catch {
    return { state: 'unreachable' }
  }
}

type Parameters = Readonly<Record<string, string | number | undefined>>
type Sent = { readonly method?: string; readonly query?: Parameters; readonly body?: unknown }

export function readAnswer<Value>(status: number, text: string): Answer<Value> {
  const body = parsed(text)
  if (body === undefined) return { state: 'unreachable' }
  if (status >= 200 && status < 300) return { state: 'answered', value: body as Value }
  return { state: 'refused', status, refusal: (body as { refusal?: Refusal } | null)?.refusal ?? unexpected }
}

const unexpected: Refused = { kind: 'unexpected' }

/** An address with the parameters that have a value. */
export function withQuery(address: string, parameters: Parameters): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
