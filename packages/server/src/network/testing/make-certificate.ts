import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export type Made = { readonly cert: string; readonly key: string }

type Wanted = { readonly names?: readonly string[]; readonly from?: Date; readonly until?: Date }

const day = 86_400_000

/**
 * A certificate that signs itself (RFC 5280), with its key, both PEM. Node reads certificates and makes none.
 * @param names DNS names and addresses that it is for
 */
export function makeCertificate({ names = ['localhost', '127.0.0.1'], from, until }: Wanted = {}): Made {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from('Sathi test')))))
  const now = Date.now()
  const body = sequence(
    tagged(0xa0, integer(2)),
    tagged(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    issuer,
    sequence(time(from ?? new Date(now - day)), time(until ?? new Date(now + 90 * day))),
    issuer,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(alternativeNames, tagged(0x04, sequence(...names.map(nameIn)))))),
  )
  const whole = sequence(body, ecdsaWithSha256, bitString(sign('sha256', body, privateKey)))
  return { cert: pem('CERTIFICATE', whole), key: pemOf(privateKey) }
}

/** The two files of a certificate in a folder of their own, which goes with the test. */
export function writeCertificate(made: Made): { readonly certFile: string; readonly keyFile: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sathi-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
  replaceCertificate(files, made)
  return files
}

export function replaceCertificate(
  { certFile, keyFile }: { readonly certFile: string; readonly keyFile: string },
  { cert, key }: Made,
): void {
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key)
  chmodSync(keyFile, 0o600)
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts)
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.of(value))
}

function bitString(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.of(0), bytes)
}

function time(at: Date): Buffer {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return tagged(0x17, Buffer.from(digits.slice(2)))
}

function nameIn(name: string): Buffer {
  return isIP(name) === 4
    ? tagged(0x87, Buffer.from(name.split('.').map(Number)))
    : tagged(0x82, Buffer.from(name))
}

// Object identifiers as DER writes them.
const commonName = tagged(0x06, Buffer.from('550403', 'hex'))
const alternativeNames = tagged(0x06, Buffer.from('551d11', 'hex'))
const ecdsaWithSha256 = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')))

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

function pemOf(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }))
}
