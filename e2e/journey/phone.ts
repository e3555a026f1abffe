import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { ensureChromium } from '../../tools/find-chromium.ts'

/** A browser with a profile folder of its own, which can be killed like a phone whose battery is taken out. */
export type Phone = {
  readonly context: BrowserContext
  open(address: string): Promise<Page>
  inspect(page: Page): Promise<CDPSession>
  /** Closes it in peace: everything it holds goes to the disk. */
  close(): Promise<void>
  /** Kills it and all its processes at once. */
  kill(): Promise<void>
}

const flags = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export async function switchOn(profile: string): Promise<Phone> {
  // A group of its own, so that every one of its processes can be killed in one blow and none of anybody else's.
  const browserProcess = spawn(ensureChromium(), [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(browserProcess, 'exit')
  const browser: Browser = await chromium.connectOverCDP(await addressOf(browserProcess))
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no profile')
  context.setDefaultTimeout(30_000)
  return {
    context,
    async open(address) {
      const page = await context.newPage()
      await page.goto(address)
      return page
    },
    inspect: (page) => context.newCDPSession(page),
    async close() {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await ended
    },
    async kill() {
      const hasEnded = browserProcess.exitCode !== null || browserProcess.signalCode !== null
      if (browserProcess.pid !== undefined && !hasEnded) {
        process.kill(-browserProcess.pid, 'SIGKILL')
      }
      await ended
    },
  }
}

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('the browser says nothing')
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    // What it says later is read away, or the pipe would fill and hold it up.
    stderr.resume()
    return address
  }
  throw new Error('the browser did not start')
}
