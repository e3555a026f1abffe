import { isUuid, type SubjectId } from '@sathi/domain'
import type { Epoch } from '../messages/index.ts'

/**
 * How far a device has come: positions and access events up to here are with it. `roles` is the last change of her role
 * that the device has begun again for. `filling`: a case that was granted and of which positions after `from` up to
 * `until` are still to come.
 */
export type Cursor = {
  readonly epoch: Epoch
  readonly position: number
  readonly access: number
  readonly roles: number
  readonly filling?: { readonly subject: SubjectId; readonly from: number; readonly until: number }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A cursor as devices carry it: base64url of its JSON, which is ASCII. */
export function writeCursor({ epoch, position, access, roles, filling }: Cursor): string {
  const json = JSON.stringify({ epoch, position, access, roles, filling })
  let text = ''
  for (let at = 0; at < json.length; at += 3) {
    const [first = 0, second = 0, third = 0] = [0, 1, 2].map((place) => json.charCodeAt(at + place) || 0)
    const bits = (first << 16) | (second << 8) | third
    const digits = Math.min(json.length - at, 3) + 1
    for (let place = 0; place < digits; place += 1) text += alphabet[(bits >> (18 - place * 6)) & 63]
  }
  return text
}

/** Undefined when no office wrote the text. */
export function findCursor(text: string): Cursor | undefined {
  try {
    const cursor: unknown = JSON.parse(asciiOf(text))
    return isCursor(cursor) ? cursor : undefined
  } catch {
    return undefined
  }
}

function asciiOf(text: string): string {
  let ascii = ''
  let bits = 0
  let held = 0
  for (const digit of text) {
    const value = alphabet.indexOf(digit)
    if (value < 0) return ''
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    ascii += String.fromCharCode((bits >> held) & 0xff)
  }
  return ascii
}

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false
  const { epoch, position, access, roles, filling } = value as Partial<Cursor>
  if (typeof epoch !== 'string' || ![position, access, roles].every(isPlace)) return false
  if (filling === undefined) return true
  return isUuid(String(filling?.subject)) && isPlace(filling.from) && isPlace(filling.until)
}

function isPlace(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
