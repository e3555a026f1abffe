import { expect, test } from 'vitest'
import { listeningFromEnvironment, readListening } from './read-listening.ts'

/** Reads options as they are typed; the command line itself is tested with the command. */
function parseListening(line: string, environment: NodeJS.ProcessEnv = {}) {
  const named = [...line.matchAll(/--(\S+) (\S+)/g)].map(([, name = '', value]) => [
    name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ])
  return readListening(
    { ...listeningFromEnvironment(environment), ...Object.fromEntries(named) },
    '/home/nila',
  )
}

test.each([
  ['', {}, { kind: 'this-computer', host: '127.0.0.1', port: 7284 }],
  ['--listen localhost:80', {}, { kind: 'this-computer', host: '127.0.0.1', port: 80 }],
  ['--listen [::1]:443', {}, { kind: 'this-computer', host: '::1', port: 443 }],
  ['--listen ::1', {}, { kind: 'this-computer', host: '::1', port: 7284 }],
  [
    '--listen 0.0.0.0:443 --tls-cert c.pem --tls-key /k.pem',
    {},
    {
      kind: 'own-certificate',
      host: '0.0.0.0',
      port: 443,
      files: { certFile: '/home/nila/c.pem', keyFile: '/k.pem' },
      address: undefined,
    },
  ],
  [
    '--port 81',
    { SATHI_LISTEN: '::', SATHI_TLS_CERT: '/c', SATHI_TLS_KEY: '/k', SATHI_ADDRESS: 'https://A.test/' },
    {
      kind: 'own-certificate',
      host: '::',
      port: 81,
      files: { certFile: '/c', keyFile: '/k' },
      address: 'https://a.test',
    },
  ],
  [
    '--behind-proxy 127.0.0.1,10.1.0.0/16 --address https://sathi.test:8443 --listen 10.0.0.1',
    { SATHI_BEHIND_PROXY: '', SATHI_LISTEN: '0.0.0.0' },
    {
      kind: 'behind-proxy',
      host: '10.0.0.1',
      port: 7284,
      proxies: ['127.0.0.1', '10.1.0.0/16'],
      address: 'https://sathi.test:8443',
    },
  ],
] as const)('NET-1 %j is understood, with the environment behind it', (line, environment, expected) => {
  expect(parseListening(line, environment)).toEqual({ ok: true, value: expected })
})

test.each(['0.0.0.0', '192.168.1.5:80', '::', '[2001:db8::1]:443', '::ffff:10.0.0.1'])(
  'NET-1 %s is not listened on without a certificate or a proxy, and both ways on are named',
  (listen) => {
    const refused = parseListening(`--listen ${listen}`)
    if (refused.ok) throw new Error('it would listen')
    const { kind, message, remedy } = refused.refusal
    expect(kind).toBe('unprotected')
    expect(`${message} ${remedy}`).not.toContain('\n')
    expect(remedy).toMatch(/--tls-cert FILE --tls-key FILE.*--behind-proxy.*deploy\/README\.md/)
  },
)

test.each([
  '--listen sathi.test',
  '--listen 127.0.0.1:x',
  '--listen 127.0.0.1:70000',
  '--listen 127.0.0.1:80 --port 81',
  '--tls-cert a',
  '--tls-key a',
  '--tls-cert a --tls-key b --listen 0.0.0.0:0',
  '--tls-cert a --tls-key b --behind-proxy 127.0.0.1 --address https://a.test',
  '--behind-proxy 127.0.0.1',
  '--behind-proxy 127.0.0.1 --address http://a.test',
  '--behind-proxy 127.0.0.1 --address https://a.test/page',
  '--behind-proxy 127.0.0.1 --address a.test',
  '--behind-proxy loopback --address https://a.test',
  '--behind-proxy 0.0.0.0/0 --address https://a.test',
  '--behind-proxy 10.0.0.0/8 --address https://a.test',
  '--behind-proxy ::/0 --address https://a.test',
  '--address https://a.test',
])('NET-1 %s is refused: it says too little, too much, or trusts too many', (line) => {
  expect(parseListening(line)).toMatchObject({ ok: false, refusal: { kind: 'misused' } })
})
