import type { Language } from '@sathi/domain/journal'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { ensureChromium } from '../../tools/find-chromium.ts'
import { makePlace, removePlace } from './data-folder.ts'
import { keepPicture } from './keep-picture.ts'
import { type Sathi, startSathi } from './start-sathi.ts'
import { watchForTroubles } from './troubles.ts'

/** A cheap phone held in one hand, and a laptop. */
export const sizes = { phone: { width: 360, height: 640 }, laptop: { width: 1280, height: 800 } } as const
export type Size = keyof typeof sizes

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', bn: 'bn-BD', hi: 'hi-IN' }

export type Visitor = {
  /** The language of her browser, which Sathi follows until she chooses another. */
  readonly language?: Language
  readonly size?: Size
  readonly scheme?: 'light' | 'dark'
  /** What may go wrong in this journey because the journey makes it so. Anything else that goes wrong fails it. */
  readonly expected?: readonly RegExp[]
}

/** One Sathi and one browser for the tests of a file. */
export type Journey = {
  readonly place: string
  readonly data: string
  /** The running Sathi; a journey that ends it puts its successor here. */
  sathi: Sathi
  /** Somebody comes with a browser that has never been here. Ends with the test. */
  visit(path: string, visitor?: Visitor): Promise<Page>
}

/**
 * Starts Sathi and a browser before the tests of a file, and puts both away after them.
 * @param prepare makes the data folder within a place of its own
 */
export function beginJourney(prepare: (place: string) => string): Journey {
  let place: string | undefined
  let data: string | undefined
  let sathi: Sathi | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    place = makePlace()
    data = prepare(place)
    sathi = await startSathi(data)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await sathi?.stop()
    if (place !== undefined) removePlace(place)
  })
  return {
    get place() {
      return started(place)
    },
    get data() {
      return started(data)
    },
    get sathi() {
      return started(sathi)
    },
    set sathi(next) {
      sathi = next
    },
    visit: (path, visitor = {}) => visit(started(browser), new URL(path, started(sathi).address), visitor),
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** Opens a page for a visitor of this test. It fails when the page met any trouble that was not expected. */
export async function visit(
  browser: Browser,
  address: URL,
  { language = 'en', size = 'laptop', scheme = 'light', expected = [] }: Visitor,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: sizes[size],
    locale: locales[language],
    timezoneId: 'Asia/Dhaka',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
  })
  context.setDefaultTimeout(30_000)
  const troubles = await watchForTroubles(context, address.origin)
  const page = await context.newPage()
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, task.name)
    await context.close()
    expect(troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)))).toEqual([])
  })
  await page.goto(address.href)
  return page
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The journey has not begun')
  return part
}
