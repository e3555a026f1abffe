import { bind, hmac, toBase64url, type WebKey } from '../primitives/index.ts'

const tokenLength = 16

/**
 * What stands for a name key on the server: HMAC-SHA-256 under the organisation's index key, cut to 16 bytes,
 * base64url. Equal texts of one label give equal tokens; without the key, a token says nothing of its text.
 * The label is the kind of name key (`name`, `father`, `village`), so that tokens of different kinds never meet.
 */
export async function blindToken(indexKey: WebKey, label: string, nameKey: string): Promise<string> {
  const token = await hmac(indexKey, bind('sathi blind index 1', label, nameKey))
  return toBase64url(token.slice(0, tokenLength))
}
