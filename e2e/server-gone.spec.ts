import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoData, newData } from './journey/data-folder.ts'
import { demoFolder } from './journey/expected-headline.ts'
import { beginJourney, type Journey } from './journey/journey.ts'
import { startSathi } from './journey/start-sathi.ts'

/** While no server is there the browser says so on its console. */
const unreachable = [/net::ERR_CONNECTION/, /Unable to preload CSS/, /A screen did not arrive/]

describe('When Sathi is not there', () => {
  const journey = beginJourney(demoData)

  test('a figure that is opened says so calmly, and opens once Sathi is there again', async () => {
    const page = await journey.visit('/', { expected: unreachable })
    const headline = page.getByRole('table', { name: 'Headline figures' })
    await headline.waitFor()
    await page.waitForLoadState('networkidle')
    await journey.sathi.stop()
    await headline.getByRole('link', { name: '166: open the facts behind “survivors handed over”' }).click()
    await seeThatNothingIsLost(page)
    await page.getByRole('button', { name: 'বাংলা' }).click()
    await page.getByText('সাথীর সঙ্গে যোগাযোগ হচ্ছে না').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await startAgain(journey)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('166 counted').waitFor()
  })

  test('a screen that has never been here says so too', async () => {
    const page = await journey.visit('/', { expected: unreachable })
    // As on a slow line: nothing but the first screen has come when Sathi goes.
    await page.route('**/assets/*screen*', (route) => route.abort('connectionrefused'))
    await page.reload()
    await seeThatNothingIsLost(page)
    await page.unroute('**/assets/*screen*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('table', { name: 'Headline figures' }).waitFor()
  })

  test('a language that has not come yet says so, and comes later', async () => {
    const page = await journey.visit('/', { expected: unreachable })
    await page.route('**/assets/bn-*', (route) => route.abort('connectionrefused'))
    await page.reload()
    await page.getByRole('button', { name: 'বাংলা' }).click()
    await page.getByText('বাংলা এখনও এই যন্ত্রে নেই').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.unroute('**/assets/bn-*')
    await page.reload()
    await page.getByRole('button', { name: 'বাংলা' }).click()
    await page.locator('html[lang=bn]').waitFor()
  })
})

describe('When Sathi is killed while it takes records in', () => {
  const journey = beginJourney(newData)

  test('all or nothing is there afterwards, and the same files go in', async () => {
    const page = await journey.visit('/', { expected: [...unreachable, /404/] })
    await page.getByLabel('Name of the organisation').fill('A new dawn')
    await page.getByRole('button', { name: 'Begin' }).click()
    await bringInDemo(page)
    await page.getByRole('progressbar', { name: 'Everything fits. Storing' }).waitFor({ timeout: 60_000 })
    await journey.sathi.kill()
    await seeThatNothingIsLost(page)
    await startAgain(journey)
    await page.getByRole('button', { name: 'Try again' }).click()
    const forgotten = page
      .getByRole('status')
      .filter({ hasText: 'How this import ended is not known any more' })
    await forgotten.getByText('Either all of it is stored or nothing').waitFor()
    expect([0, rowsOfDemo]).toContain(await entriesKept(journey))
    await forgotten.getByRole('link', { name: 'Bring in again' }).click()
    await bringInDemo(page)
    await page.getByText('Everything is stored').waitFor({ timeout: 60_000 })
    expect(await entriesKept(journey)).toBe(rowsOfDemo)
  })
})

const rowsOfDemo = 34_439

async function entriesKept({ sathi }: Journey): Promise<number> {
  const answer = await fetch(new URL('/api/organisation', sathi.address))
  return ((await answer.json()) as { entries: number }).entries
}

async function bringInDemo(page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await choosing).setFiles(demoFolder)
  await page.getByRole('button', { name: 'Check and store' }).click()
}

async function seeThatNothingIsLost(page: Page): Promise<void> {
  const notice = page.getByRole('status').filter({ hasText: 'Sathi cannot be reached' })
  await notice.getByText('Nothing is lost').waitFor()
}

async function startAgain(journey: Journey): Promise<void> {
  journey.sathi = await startSathi(journey.data, '--port', new URL(journey.sathi.address).port)
}
