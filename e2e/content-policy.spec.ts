import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { build } from 'vite'
import { describe, expect, test } from 'vitest'
import { newData } from './journey/data-folder.ts'
import { beginJourney } from './journey/journey.ts'
import { deriveProbe } from './journey/policy-probe-worker.ts'

const inline =
  '<script>globalThis.ran = ["inline"]</script><body onload="(globalThis.ran ??= []).push(\'load\')">'

describe('Under the content policy of the server', () => {
  const journey = beginJourney(newData)

  test('NET-9 the app begins, and nothing of it is refused', async () => {
    const page = await journey.visit('/')
    await page.getByRole('button', { name: 'Begin' }).waitFor()
    await page.getByText('Sathi answers only on this computer.').waitFor()
    const answer = await page.request.get(journey.sathi.address)
    expect(answer.headers()['content-security-policy']).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
  })

  test('NET-9 a worker and Argon2id run, and no script that was smuggled in', async () => {
    const files = await buildProbe(journey.place)
    const page = await journey.visit('/', { expected: [/./] })
    await putIntoPage(page, files, journey.sathi.address)
    await page.goto(`${journey.sathi.address}/probe`)
    await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/^\{/)
    const derived = await deriveProbe()
    expect(derived).toMatch(/^[\w-]{43}$/)
    expect(JSON.parse(await page.title())).toEqual({ ran: [], asked: 'refused', derived })
  })

  test('NET-9 without the policy each of them would run', async () => {
    const files = await buildProbe(journey.place)
    const page = await journey.visit('/', { expected: [/./] })
    await putIntoPage(page, files, journey.sathi.address, { bare: true })
    await page.goto(`${journey.sathi.address}/probe`)
    await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/^\{/)
    expect(JSON.parse(await page.title()).ran).toEqual(
      expect.arrayContaining(['inline', 'function', 'timer', 'element', 'markup', 'handler']),
    )
  })
})

/** The probe as the app is built, by name of file. */
async function buildProbe(place: string): Promise<ReadonlyMap<string, string>> {
  const outDir = join(place, 'probe')
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: join(import.meta.dirname, 'journey', 'policy-probe-page.ts'),
        output: { entryFileNames: 'assets/probe.js' },
      },
    },
    worker: { format: 'es' },
  })
  if (!('output' in built)) throw new Error('the probe was not built as one program')
  return new Map(
    built.output.map(({ fileName }) => [`/${fileName}`, readFileSync(join(outDir, fileName), 'utf8')]),
  )
}

/** Puts the probe's files among those of the app, each under the headers that the server gives to its own. */
async function putIntoPage(
  page: Page,
  files: ReadonlyMap<string, string>,
  address: string,
  { bare = false } = {},
): Promise<void> {
  const { headers } = await fetch(address)
  const ofServer = Object.fromEntries(
    [...headers].filter(
      ([name]) =>
        !/length|encoding|^content-type|connection/.test(name) && !(bare && name.includes('policy')),
    ),
  )
  const send = (route: Route, contentType: string, body: string) =>
    route.fulfill({ headers: { ...ofServer, 'content-type': contentType }, body })
  await page.route('**/probe', (route) =>
    send(
      route,
      'text/html',
      `<!doctype html>${inline}<script type="module" src="/assets/probe.js"></script>`,
    ),
  )
  await page.route('**/assets/*', (route) => {
    const file = files.get(new URL(route.request().url()).pathname)
    return file === undefined ? route.continue() : send(route, 'text/javascript', file)
  })
}
