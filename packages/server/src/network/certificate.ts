import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { done, type Outcome, refuse } from '../refusal/index.ts'

/** The two PEM files of a certificate: itself with what leads to its root, and its key. */
export type CertificateFiles = { readonly certFile: string; readonly keyFile: string }

/** A certificate with its key, judged: both belong together, and it is valid now. */
export type Certificate = {
  /** PEM, as TLS takes it. */
  readonly cert: string
  readonly key: string
  /** The names and addresses it was made out to; `*.` begins those that stand for many. */
  readonly names: readonly string[]
  /** The last instant at which browsers take it. */
  readonly until: Date
  covers(name: string): boolean
}

/** Reads and judges a certificate. Every way in which browsers or a thief would profit from a mistake has its own words. */
export function readCertificate({ certFile, keyFile }: CertificateFiles, now: Date): Outcome<Certificate> {
  const cert = readText(certFile, 'certificate')
  if (!cert.ok) return cert
  const parsed = attempt(() => new X509Certificate(cert.value))
  if (parsed === undefined) {
    return refuse(
      'no-certificate',
      `${certFile} holds no certificate in PEM form.`,
      'Name the file that begins with "-----BEGIN CERTIFICATE-----": --tls-cert FILE',
    )
  }
  if (now < parsed.validFromDate) {
    return refuse(
      'certificate-not-yet-valid',
      `The certificate ${certFile} is valid only from ${minute(parsed.validFromDate)}; this computer's clock says ${minute(now)}.`,
      'Set the clock right, or wait until then.',
    )
  }
  if (now > parsed.validToDate) {
    return refuse(
      'certificate-expired',
      `The certificate ${certFile} expired on ${minute(parsed.validToDate)}.`,
      'Renew it: docs/runbooks/certificate-expires.md',
    )
  }
  const key = readKey(keyFile)
  if (!key.ok) return key
  if (!parsed.checkPrivateKey(key.value.key)) {
    return refuse(
      'certificate-of-another-key',
      `The certificate ${certFile} and the key ${keyFile} do not belong together.`,
      'Name the two files that were made together.',
    )
  }
  return done({
    cert: cert.value,
    key: key.value.text,
    names: namesOf(parsed),
    until: parsed.validToDate,
    covers: (name) => (isIP(name) === 0 ? parsed.checkHost(name) : parsed.checkIP(name)) !== undefined,
  })
}

function readKey(file: string): Outcome<{ readonly text: string; readonly key: KeyObject }> {
  const text = readText(file, 'key')
  if (!text.ok) return text
  if (isOpenToOthers(file)) {
    return refuse(
      'key-open-to-others',
      `Other users of this computer may read or change the key ${file}. Whoever has it can read along and pretend to be Sathi.`,
      `Close it (chmod 600 ${file}). If others could read it for long, have a new certificate made with a new key.`,
    )
  }
  const key = attempt(() => createPrivateKey(text.value))
  if (key !== undefined) return done({ text: text.value, key })
  return text.value.includes('ENCRYPTED')
    ? refuse(
        'key-locked',
        `The key ${file} is locked with a passphrase of its own, which nobody could type at a restart.`,
        `Write it without one, into a file that only Sathi's user reads: openssl pkey -in ${file} -out FILE`,
      )
    : refuse(
        'no-key',
        `${file} holds no private key in PEM form.`,
        'Name the key of the certificate: --tls-key FILE',
      )
}

/** A group may read it, as systems do that share one key between services; nobody else may. Windows has no such bits. */
function isOpenToOthers(file: string): boolean {
  const groupWritesOrOthers = 0o027
  return process.platform !== 'win32' && (statSync(file).mode & groupWritesOrOthers) !== 0
}

function readText(file: string, what: string): Outcome<string> {
  try {
    return done(readFileSync(file, 'utf8'))
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    const why = { ENOENT: 'it is not there', EACCES: 'this user may not' }[code] ?? code
    return refuse(
      'certificate-unreadable',
      `The ${what} file ${file} cannot be read: ${why}.`,
      'Name a file that the user who starts Sathi may read.',
    )
  }
}

function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  return subjectAltName
    .split(', ')
    .map((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1])
    .filter((name) => name !== undefined)
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
