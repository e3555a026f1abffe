import { type Bytes, utf8 } from './bytes.ts'

/**
 * What something sealed, wrapped, signed or hashed is bound to: its purpose with the number of its format, then who and
 * what it is for. Written as a JSON list, so that no two lists of parts give the same bytes.
 */
export function bind(purpose: string, ...parts: readonly (string | number)[]): Bytes {
  return utf8(JSON.stringify([purpose, ...parts]))
}
