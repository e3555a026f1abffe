import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'

const web = join(import.meta.dirname, '..', '..', 'packages', 'web')
const enrolPage = 'src/app/member/testing/enrol-page.html'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** As strict as Sathi itself, with what a member's device needs: its worker, Argon2id, and what it decrypts for the screen. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  'media-src blob:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export type MemberApp = { readonly address: string; readonly close: () => Promise<void> }

/** Builds the app with the page that enrols a browser, into a place of its own, and serves both without an office behind them. */
export async function serveMemberApp(place: string): Promise<MemberApp> {
  const built = join(place, 'member-app')
  await build({
    configFile: join(web, 'vite.config.ts'),
    root: web,
    logLevel: 'error',
    build: {
      outDir: built,
      emptyOutDir: true,
      rollupOptions: { input: [join(web, 'index.html'), join(web, enrolPage)] },
    },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/api/')) return response.writeHead(503).end()
    const asked = pathname === '/enrol' ? enrolPage : extname(pathname) === '' ? 'index.html' : pathname
    const file = join(built, normalize(asked))
    if (!file.startsWith(built) || !existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentPolicy,
      // What is named by its content may be kept, as the server of Sathi says too: a worker then begins without a network.
      ...(file.includes('/assets/') && { 'cache-control': 'public, max-age=31536000, immutable' }),
    })
    response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
