export type Bytes = Uint8Array<ArrayBuffer>

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** The text that the bytes spell, or undefined when they are not UTF-8. */
export function findText(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function joinBytes(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** As many bytes from the platform's generator of random numbers, at most 65,536. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** Compares without stopping at the first difference, so that the time taken does not tell where it is. */
export function sameBytes(left: Bytes, right: Bytes): boolean {
  if (left.length !== right.length) return false
  let difference = 0
  for (const [at, byte] of left.entries()) difference |= byte ^ (right[at] ?? 0)
  return difference === 0
}

// String.fromCharCode takes its bytes as arguments, and engines limit how many these may be.
const bytesAtOnce = 8192

/** Base64url without padding, as bytes travel inside JSON. */
export function toBase64url(bytes: Bytes): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    text += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce))
  }
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const base64url = /^[A-Za-z0-9_-]*$/

/**
 * The bytes that the text stands for, or undefined. One value has one spelling: padding, white space and spare bits
 * that are not zero are refused, so that nobody can change a text without changing what it says.
 */
export function findBase64url(text: string, length?: number): Bytes | undefined {
  if (!base64url.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  if (length !== undefined && bytes.length !== length) return undefined
  return toBase64url(bytes) === text ? bytes : undefined
}
