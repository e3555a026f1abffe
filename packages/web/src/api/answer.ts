/** Why the server says no. `kind` is a word the screen puts into its language; message and remedy are English. */
export type Refusal = { readonly kind: string; readonly message: string; readonly remedy: string }

/** What came back: a value, a refusal in words, or nothing because no server was there. */
export type Answer<Value> =
  | { readonly state: 'answered'; readonly value: Value }
  | { readonly state: 'refused'; readonly status: number; readonly refusal: Refusal }
  | { readonly state: 'unreachable' }

/** Asks the server. A server that answers with something else than JSON (a proxy's error page) counts as not there. */
export async function ask<Value>(path: string, init?: RequestInit): Promise<Answer<Value>> {
  try {
    const response = await fetch(`/api${path}`, { headers: { accept: 'application/json' }, ...init })
    return readAnswer<Value>(response.status, await response.text())
  } catch {
    return { state: 'unreachable' }
  }
}

export function readAnswer<Value>(status: number, text: string): Answer<Value> {
  const body = parsed(text)
  if (body === undefined) return { state: 'unreachable' }
  if (status >= 200 && status < 300) return { state: 'answered', value: body as Value }
  const refusal = (body as { refusal?: Refusal } | null)?.refusal
  return {
    state: 'refused',
    status,
    refusal: refusal ?? { kind: 'unexpected', message: '', remedy: '' },
  }
}

/** A query string of the parameters that have a value, with its question mark. */
export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
