import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A small reverse proxy before a port of this computer, which adds what it says of the visitor. Gives its own address. */
export async function forwardTo(port: number, words: Readonly<Record<string, string>>): Promise<string> {
  const proxy = createServer((asked, answer) => {
    const { method, url, headers } = asked
    const on = request(
      { host: '127.0.0.1', port, method, path: url, headers: { ...headers, ...words } },
      (told) => {
        answer.writeHead(told.statusCode ?? 502, told.headers)
        told.pipe(answer)
      },
    )
    asked.pipe(on)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
}
