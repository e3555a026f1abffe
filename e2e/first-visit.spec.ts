import { readdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newData } from './journey/data-folder.ts'
import { demoFolder, expectedHeadline } from './journey/expected-headline.ts'
import { readFigureTable } from './journey/figure-table.ts'
import { beginJourney } from './journey/journey.ts'
import { numbersIn } from './journey/numbers.ts'

const rowsOfDemo = 34_439
const tables = readdirSync(demoFolder).filter((file) => file.endsWith('.csv')).length

describe('The first visit, in Bengali on a phone', () => {
  const journey = beginJourney(newData)

  test('leads from an empty folder to the published headline figures', async () => {
    const page = await journey.visit('/', { language: 'bn', size: 'phone' })
    await setUp(page)
    await pickFolder(page)
    await page.getByRole('button', { name: 'পরীক্ষা করে জমা করুন' }).tap()
    const done = await watchUntilStored(page)
    expect(numbersIn(await done.textContent())).toContain(rowsOfDemo)
    await done.getByRole('link', { name: 'প্রতিবেদন দেখুন' }).tap()
    await choosePeriod(page)
    const headline = page.getByRole('table', { name: 'মূল সংখ্যা' })
    expect(await readFigureTable(headline)).toEqual(expectedHeadline('bn'))
  })

  test('takes a folder that is dropped from the desk too, and stores no row twice', async () => {
    const page = await journey.visit('/import', { language: 'bn' })
    await drop(page, page.getByText('ফোল্ডার বা ওয়ার্কবুক এখানে ছেড়ে দিন'), demoFolder)
    await page.getByRole('button', { name: 'পরীক্ষা করে জমা করুন' }).click()
    const done = page.getByRole('status').filter({ hasText: 'সব জমা হয়েছে' })
    await done.getByText('নতুন কোনো সারি নেই').waitFor({ timeout: 60_000 })
    expect(numbersIn(await done.textContent())).toEqual([rowsOfDemo])
  })
})

async function setUp(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'স্বাগতম' }).waitFor()
  const begin = page.getByRole('button', { name: 'শুরু করুন' })
  await begin.tap()
  await page.getByText('নামটি লিখুন।').waitFor()
  await page.getByLabel('সংস্থার নাম').fill('নতুন ভোর')
  await begin.tap()
  await page.getByRole('heading', { level: 1, name: 'নথি আনুন' }).waitFor()
}

async function pickFolder(page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'ফোল্ডার বেছে নিন' }).tap()
  await (await choosing).setFiles(demoFolder)
  const chosen = page.getByRole('status').filter({ hasText: 'ফাইল বাছা হয়েছে' })
  expect(numbersIn(await chosen.textContent())[0]).toBe(tables)
  await page.getByText('README.md').waitFor()
}

/** The work is seen to go on: first every row is checked, then all of them are stored. */
async function watchUntilStored(page: Page): Promise<Locator> {
  await page.getByRole('progressbar', { name: 'প্রতিটি সারি পরীক্ষা হচ্ছে' }).waitFor()
  await page.getByRole('progressbar', { name: 'সব ঠিক আছে। জমা হচ্ছে' }).waitFor({ timeout: 60_000 })
  const done = page.getByRole('status').filter({ hasText: 'সব জমা হয়েছে' })
  await done.waitFor({ timeout: 60_000 })
  return done
}

async function choosePeriod(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'মূল প্রতিবেদন' }).waitFor()
  await page.getByRole('button', { name: 'সময় বদলান' }).tap()
  await typeDay(page.getByRole('group', { name: 'শুরু' }), '০১০৭২০২০')
  await typeDay(page.getByRole('group', { name: 'শেষ' }), '৩১১২২০২১')
  await page.getByRole('button', { name: 'এই সময় দেখান' }).tap()
  await page.getByText('১ জুলাই, ২০২০ থেকে ৩১ ডিসেম্বর, ২০২১').waitFor()
}

/** Day, month and year are typed on end: each part hands over to the next. */
async function typeDay(field: Locator, digits: string): Promise<void> {
  await field.getByRole('spinbutton').first().tap()
  await field.page().keyboard.type(digits)
}

/** Drags a file or folder of this machine over the window and lets go, as a hand with a mouse does. */
async function drop(page: Page, target: Locator, path: string): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('There is nothing to drop on')
  const hand = await page.context().newCDPSession(page)
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await hand.send('Input.dispatchDragEvent', { type, ...place, data })
  }
}
