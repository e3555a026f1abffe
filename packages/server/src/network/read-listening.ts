import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { type Listening, loopback, usualPort } from './listening.ts'

/** What was asked for, as it was typed. */
export type ListeningWords = {
  readonly port?: string | undefined
  readonly listen?: string | undefined
  readonly tlsCert?: string | undefined
  readonly tlsKey?: string | undefined
  readonly behindProxy?: string | undefined
  readonly address?: string | undefined
}

/** The same words in the environment, for services that are started without a command line of their own. */
export function listeningFromEnvironment(environment: NodeJS.ProcessEnv): ListeningWords {
  return {
    listen: environment.SATHI_LISTEN || undefined,
    tlsCert: environment.SATHI_TLS_CERT || undefined,
    tlsKey: environment.SATHI_TLS_KEY || undefined,
    behindProxy: environment.SATHI_BEHIND_PROXY || undefined,
    address: environment.SATHI_ADDRESS || undefined,
  }
}

/**
 * Decides where to listen. Beyond this computer only with a certificate or behind a declared proxy: anything else would send
 * passphrases and case codes across the network in clear text.
 * @param workingFolder from which paths are taken
 */
export function readListening(words: ListeningWords, workingFolder: string): Outcome<Listening> {
  const place = readPlace(words)
  if (!place.ok) return place
  const { tlsCert, tlsKey, behindProxy } = words
  const address = readAddress(words.address)
  if (!address.ok) return address
  const { host, port } = place.value
  if (behindProxy !== undefined) {
    if (tlsCert !== undefined || tlsKey !== undefined) {
      return misused(
        'Either --tls-cert with --tls-key, or --behind-proxy: behind a proxy the certificate is the proxy’s.',
      )
    }
    const proxies = behindProxy.split(',').map((proxy) => proxy.trim())
    const stray = proxies.find((proxy) => !isProxy(proxy))
    if (stray !== undefined) {
      return misused(
        `--behind-proxy needs the proxy's own address, such as 127.0.0.1 or 10.0.0.2, or a small network, not ${JSON.stringify(stray)}.`,
      )
    }
    if (address.value === undefined) {
      return misused('--behind-proxy needs the address that people open as well: --address https://NAME')
    }
    return done({ kind: 'behind-proxy', host, port, proxies, address: address.value })
  }
  if (tlsCert !== undefined || tlsKey !== undefined) {
    if (tlsCert === undefined || tlsKey === undefined) return misused('--tls-cert and --tls-key go together.')
    if (port === 0)
      return misused('With a certificate the port must be known beforehand: it is part of the address.')
    const files = { certFile: resolve(workingFolder, tlsCert), keyFile: resolve(workingFolder, tlsKey) }
    return done({ kind: 'own-certificate', host, port, files, address: address.value })
  }
  if (!isLoopback(host)) return unprotected(host)
  return address.value === undefined
    ? done({ kind: 'this-computer', host, port })
    : misused('--address goes with --tls-cert and --tls-key, or with --behind-proxy.')
}

function readPlace({ listen, port }: ListeningWords): Outcome<{ host: string; port: number }> {
  const [, bracketed, plain, ownPort] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?$/.exec(listen ?? loopback) ?? []
  // An IPv6 address without brackets has no place for a port.
  const typed = bracketed ?? plain ?? listen ?? ''
  const host = typed === 'localhost' ? loopback : typed
  if (isIP(host) === 0) {
    return misused(
      '--listen needs an address of this computer, such as 0.0.0.0 (all of them) or 192.168.1.5:443.',
    )
  }
  if (ownPort !== undefined && port !== undefined)
    return misused('The port is given twice: by --listen and by --port.')
  const wanted = ownPort ?? port
  const number = wanted === undefined ? usualPort : findPort(wanted)
  if (number === undefined) {
    return misused(
      `${ownPort === undefined ? '--port' : '--listen ADDRESS:PORT'} needs a number from 0 to 65535.`,
    )
  }
  return done({ host, port: number })
}

/** The origin of an address: without a path, and only over TLS. */
function readAddress(text: string | undefined): Outcome<string | undefined> {
  if (text === undefined) return done(undefined)
  const url = URL.parse(text)
  const plain = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return url?.protocol === 'https:' && plain
    ? done(url.origin)
    : misused('--address is what people open, without a path: https://sathi.example.org')
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  const [least, most] = version === 4 ? [16, 32] : [48, 128]
  return /^\d{1,3}$/.test(bits) && Number(bits) >= least && Number(bits) <= most
}

function isLoopback(host: string): boolean {
  return host === '::1' || host.startsWith('127.')
}

function findPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}

function unprotected(host: string): Outcome<never> {
  return refuse(
    'unprotected',
    `Sathi does not listen on ${host} without encryption: whoever is on that network could read along. Nothing was started.`,
    'Give it a certificate: --tls-cert FILE --tls-key FILE. Or put a proxy such as Caddy before it and declare it: ' +
      '--behind-proxy ADDRESS-OF-PROXY --address https://NAME. Both are described in deploy/README.md.',
  )
}

function misused(message: string): Outcome<never> {
  return refuse('misused', message, 'See: npm run -s sathi -- help')
}
