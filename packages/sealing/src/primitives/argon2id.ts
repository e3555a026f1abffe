import { argon2id } from 'hash-wasm'
import { type Bytes, utf8 } from './bytes.ts'

/** What one guess costs: memory in KiB, passes over it, lanes. Stored beside whatever the passphrase protects. */
export type Argon2Parameters = {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

export const saltLength = 16

/**
 * 32 bytes from a passphrase by Argon2id (RFC 9106). Keyboards write one Bengali or Hindi letter in several ways and
 * add a space after a word, so the passphrase is read in its NFKC form with single spaces and none at the ends.
 * Blocks its thread for as long as it takes: in a browser, call it in a worker.
 */
export async function stretchPassphrase(
  passphrase: string,
  salt: Bytes,
  { memoryKiB, passes, lanes }: Argon2Parameters,
): Promise<Bytes> {
  const stretched = await argon2id({
    // Nothing typed is a wrong answer like any other; the library takes no empty password, so it is read as one zero.
    password: utf8(normalPassphrase(passphrase) || '\0'),
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(stretched)
}

/** The passphrase as it counts; a screen that judges how good one is judges this. */
export function normalPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
}
