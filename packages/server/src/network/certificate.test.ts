import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CertificateFiles, readCertificate } from './certificate.ts'
import { openReach } from './open-reach.ts'
import { makeCertificate, writeCertificate } from './testing/make-certificate.ts'

const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

function refusalOf(files: CertificateFiles): string {
  const read = readCertificate(files, now)
  return read.ok ? 'none' : `${read.refusal.kind}: ${read.refusal.message}`
}

test('NET-3 a good certificate is read with the names it is for', () => {
  const read = readCertificate(writeCertificate(makeCertificate({ names: ['sathi.test', '10.0.0.2'] })), now)
  expect(read).toMatchObject({ ok: true, value: { names: ['sathi.test', '10.0.0.2'] } })
  if (!read.ok) return
  expect(['sathi.test', '10.0.0.2', 'other.test'].map(read.value.covers)).toEqual([true, true, false])
})

test('NET-3 one that has expired, is not valid yet, or is of another key is named with its day', () => {
  const expired = makeCertificate({ from: inDays(-90), until: inDays(-1) })
  const early = makeCertificate({ from: inDays(2), until: inDays(90) })
  expect(refusalOf(writeCertificate(expired))).toMatch(
    new RegExp(`^certificate-expired: .+ expired on ${inDays(-1).toISOString().slice(0, 10)}`),
  )
  expect(refusalOf(writeCertificate(early))).toMatch(
    new RegExp(`^certificate-not-yet-valid: .+ only from ${inDays(2).toISOString().slice(0, 10)}`),
  )
  const mixed = { cert: makeCertificate().cert, key: makeCertificate().key }
  expect(refusalOf(writeCertificate(mixed))).toMatch(/^certificate-of-another-key: /)
})

test.runIf(process.platform !== 'win32').each([0o644, 0o604, 0o660, 0o602])(
  'NET-3 a key with rights %o, which others could read or change, is refused',
  (mode) => {
    const files = writeCertificate(makeCertificate())
    chmodSync(files.keyFile, mode)
    expect(refusalOf(files)).toMatch(/^key-open-to-others: /)
  },
)

test('NET-3 a key that its group may read, as systems share one, is taken', () => {
  const files = writeCertificate(makeCertificate())
  chmodSync(files.keyFile, 0o640)
  expect(refusalOf(files)).toBe('none')
})

test('NET-3 what is missing, is no certificate, or is a locked key is said', () => {
  const files = writeCertificate(makeCertificate())
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'moon' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  writeFileSync(files.keyFile, privateKey)
  expect(refusalOf(files)).toMatch(/^key-locked: /)
  writeFileSync(files.keyFile, 'moon')
  expect(refusalOf(files)).toMatch(/^no-key: /)
  writeFileSync(files.certFile, 'moon')
  expect(refusalOf(files)).toMatch(/^no-certificate: /)
  rmSync(files.certFile)
  expect(refusalOf(files)).toMatch(/^certificate-unreadable: .+ it is not there/)
})

test.each([
  [['sathi.test'], undefined, 'https://sathi.test:7284'],
  [['sathi.test', 'other.test'], 'https://other.test', 'https://other.test'],
  [['10.0.0.2'], undefined, 'https://10.0.0.2:7284'],
  [['*.sathi.test'], 'https://in.sathi.test', 'https://in.sathi.test'],
  [['sathi.test', 'other.test'], undefined, 'address-unknown'],
  [['*.sathi.test'], undefined, 'address-unknown'],
  [['sathi.test'], 'https://else.test', 'certificate-of-another-name'],
])('NET-3 a certificate for %j opened as %j leads to %s', (names, address, expected) => {
  const files = writeCertificate(makeCertificate({ names }))
  const listening = { kind: 'own-certificate', host: '0.0.0.0', port: 7284, files, address } as const
  const opened = openReach(listening, now)
  expect(opened.ok ? opened.value.reach.origin : opened.refusal.kind).toBe(expected)
})
