import type { Server } from 'node:https'
import type { FastifyInstance } from 'fastify'
import { keepCertificateFresh } from './keep-certificate-fresh.ts'
import type { Listening } from './listening.ts'
import type { OpenedReach } from './open-reach.ts'

/** Says where Sathi is found and who can reach it, and looks after its certificate until the server closes. */
export function whileListening(
  server: FastifyInstance,
  listening: Listening,
  { reach, certificate }: OpenedReach,
  say: (line: string) => void,
): void {
  const bound = server.server.address()
  const { host } = listening
  const port = (typeof bound === 'object' ? bound?.port : undefined) ?? listening.port
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}`
  say(`Sathi is running at ${reach.origin ?? `http://${place}`}`)
  switch (listening.kind) {
    case 'this-computer':
      say('Until people and keys are set up it answers on this computer only. Stop it with Ctrl+C.')
      break
    case 'behind-proxy':
      say(`It listens on ${place} and answers the proxy at ${listening.proxies.join(', ')} only.`)
      break
    case 'own-certificate': {
      say(`It listens on ${place} with the certificate ${listening.files.certFile}.`)
      if (certificate === undefined || reach.origin === undefined) break
      const kept = keepCertificateFresh({
        server: server.server as unknown as Server,
        files: listening.files,
        certificate,
        name: new URL(reach.origin).hostname.replaceAll(/[[\]]/g, ''),
        note: (line) => {
          say(line)
          server.log.warn({ certificate: line })
        },
      })
      server.server.once('close', kept.stop)
    }
  }
}
