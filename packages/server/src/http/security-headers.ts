import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { isInterface } from './is-interface.ts'
import type { Reach } from './reach.ts'

/**
 * Nothing but our own files runs in the page, and nothing of the page goes elsewhere. WebAssembly is for Argon2id; blobs are
 * photos and voice notes that were opened on the device. Text becomes script or markup nowhere (trusted types): the app's
 * one policy lets through addresses of its own workers and nothing else.
 */
const contentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
}

/** What the page itself may ask the device for: photo, voice note, passkey, a wake lock while it sends. Nothing else. */
const permissions = [
  ...[
    'camera',
    'microphone',
    'publickey-credentials-create',
    'publickey-credentials-get',
    'screen-wake-lock',
  ].map((name) => `${name}=(self)`),
  ...[
    'accelerometer',
    'autoplay',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'midi',
    'payment',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((name) => `${name}=()`),
].join(', ')

const yearInSeconds = 31_536_000

/** Headers of every answer, refusals too. Browsers are told to insist on TLS only where there is TLS. */
export async function sendSecurityHeaders(app: FastifyInstance, reach: Reach): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity:
      reach.kind === 'this-computer' ? false : { maxAge: yearInSeconds, includeSubDomains: false },
    frameguard: { action: 'deny' },
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'permissions-policy': permissions, 'x-robots-tag': 'noindex, nofollow, noarchive' })
  })
  // Answers hold facts of cases: no cache between here and the reader may keep them.
  app.addHook('onSend', async (request, reply) => {
    if (isInterface(request.routeOptions.url)) reply.header('cache-control', 'no-store')
  })
}
