import type { Reach } from '../http/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { Listening } from './listening.ts'
import { tlsSettings } from './tls-settings.ts'

export type OpenedReach = { readonly reach: Reach; readonly certificate: Certificate | undefined }

/** What the server has to know about how it is reached: its one address, and whose word it takes. Reads the certificate. */
export function openReach(listening: Listening, now: Date): Outcome<OpenedReach> {
  switch (listening.kind) {
    case 'this-computer':
      return done({ reach: { kind: 'this-computer', origin: undefined }, certificate: undefined })
    case 'behind-proxy': {
      const { proxies, address } = listening
      return done({ reach: { kind: 'behind-proxy', origin: address, proxies }, certificate: undefined })
    }
    case 'own-certificate': {
      const read = readCertificate(listening.files, now)
      if (!read.ok) return read
      const origin = originOf(listening, read.value)
      if (!origin.ok) return origin
      const { cert, key } = read.value
      return done({
        reach: { kind: 'own-certificate', origin: origin.value, tls: { ...tlsSettings, cert, key } },
        certificate: read.value,
      })
    }
  }
}

/** The one address under which browsers find the server: cookies and passkeys are bound to it. */
function originOf(
  { address, port, files }: Extract<Listening, { kind: 'own-certificate' }>,
  { names, covers }: Certificate,
): Outcome<string> {
  const written = names.length === 0 ? 'no name at all' : names.join(', ')
  if (address !== undefined) {
    const name = new URL(address).hostname.replaceAll(/[[\]]/g, '')
    return covers(name)
      ? done(address)
      : refuse(
          'certificate-of-another-name',
          `The certificate ${files.certFile} is for ${written}, not for ${name}: every browser would warn of it.`,
          'Have a certificate made for that name, or give another: --address https://NAME',
        )
  }
  const [only, ...others] = names
  return only !== undefined && others.length === 0 && !only.startsWith('*')
    ? done(new URL(`https://${only.includes(':') ? `[${only}]` : only}:${port}`).origin)
    : refuse(
        'address-unknown',
        `The certificate ${files.certFile} is for ${written}, so it does not say which address people open.`,
        'Say which: --address https://NAME',
      )
}
