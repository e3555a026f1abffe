import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Reach } from './reach.ts'

/** How long the server waits for whoever is slow, and how many it bears at once. Times in milliseconds. */
export type Patience = {
  /** For the head of a request. */
  readonly headMs: number
  /** For a whole request: the largest list takes ten minutes at 1 MB/s, and long silence ends it sooner. */
  readonly requestMs: number
  /** Without a byte in either direction. Writing the largest programme out is silent for some seconds while it is read. */
  readonly silenceMs: number
  /** How often the first two are looked at. */
  readonly everyMs: number
  /** Connections of one address, where addresses are those of visitors: some forty browsers behind one office's. */
  readonly perAddress: number
  readonly inAll: number
}

export const usualPatience: Patience = {
  headMs: 20_000,
  requestMs: 15 * 60_000,
  silenceMs: 120_000,
  everyMs: 5_000,
  perAddress: 256,
  inAll: 4_096,
}

/** Bears no more connections than it can serve. A proxy's own are not counted by address: all visitors share them. */
export function limitConnections(app: FastifyInstance, reach: Reach, { perAddress, inAll }: Patience): void {
  const server: Server = app.server
  server.maxConnections = inAll
  if (reach.kind !== 'own-certificate') return
  const open = new Map<string, number>()
  server.prependListener('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket
    const count = (open.get(remoteAddress) ?? 0) + 1
    if (count > perAddress) {
      socket.destroy()
      return
    }
    open.set(remoteAddress, count)
    socket.once('close', () => {
      const left = (open.get(remoteAddress) ?? 1) - 1
      if (left === 0) open.delete(remoteAddress)
      else open.set(remoteAddress, left)
    })
  })
}
