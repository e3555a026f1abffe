import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newData } from './journey/data-folder.ts'
import { beginJourney } from './journey/journey.ts'
import { numbersIn } from './journey/numbers.ts'
import { writeList } from './journey/write-list.ts'

const secret = 'she told us about the mango tree'
const openings = [
  'row_id,case_code,occurred_on,pathway,gender,is_child',
  'CO-1,S-1,2021-01-04,shelter,Feminine,no',
  'CO-2,S-2,2021-02-11,border,Feminine,yes',
]
const visits = 'row_id,case_code,occurred_on,channel,reached,safe,due_on'
const faulty = {
  case_opened: openings,
  follow_up: [
    `${visits},narrative`,
    `FU-1,S-1,2021-02-30,phone,survivor,yes,,${secret}`,
    'FU-2,S-2,2021-03-02,pigeon,survivor,yes,,',
    'FU-3,S-3,2021-03-09,home_visit,,yes,,',
  ],
}
const mended = {
  case_opened: openings,
  follow_up: [
    visits,
    'FU-1,S-1,2021-02-28,phone,survivor,yes,',
    'FU-2,S-2,2021-03-02,home_visit,survivor,yes,',
    'FU-3,S-2,2021-03-09,home_visit,trusted_person,yes,',
  ],
}

describe('A faulty list, in Hindi on a phone', () => {
  const journey = beginJourney(newData)

  test('is refused whole, with every place to mend, and leaves nothing behind', async () => {
    const page = await journey.visit('/', { language: 'hi', size: 'phone' })
    await page.getByLabel('संस्था का नाम').fill('नई सुबह')
    await page.getByRole('button', { name: 'शुरू करें' }).tap()
    await bringIn(page, writeList(join(journey.place, 'faulty'), faulty))
    const refused = page.getByRole('alert').filter({ hasText: 'कुछ भी जमा नहीं हुआ' })
    expect(numbersIn(await refused.textContent())).toEqual([5])
    expect(await readFaults(page)).toEqual(places)
    expect(await keepFaults(page)).toHaveLength(1 + places.length)

    await page.getByRole('link', { name: 'रिपोर्ट', exact: true }).tap()
    await page.getByText('अभी कोई अभिलेख नहीं है। अभिलेख लाएँ, तो आँकड़े यहाँ दिखेंगे।').waitFor()
    expect(filesHolding(secret, journey.data)).toEqual([])
  })

  test('goes in when it is mended, and changes nothing when it is brought in again', async () => {
    const page = await journey.visit('/import', { language: 'hi', size: 'phone' })
    const folder = writeList(join(journey.place, 'mended'), mended)
    await bringIn(page, folder)
    const done = page.getByRole('status').filter({ hasText: 'सब जमा हो गया' })
    await done.getByText('5 नई पंक्तियाँ').waitFor()
    await done.getByRole('link', { name: 'और लाएँ' }).tap()
    await bringIn(page, folder)
    await done.getByText('कोई नई पंक्ति नहीं').waitFor()
    await done.getByText('5 पंक्तियाँ पहले से थीं, बदली नहीं').waitFor()
  })

  test('comes out as a workbook that can be brought in again', async () => {
    const page = await journey.visit('/report', { language: 'hi', size: 'phone' })
    const arriving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'पंक्ति-सूची (XLSX)' }).tap()
    const workbook = join(journey.place, 'line-list.xlsx')
    await (await arriving).saveAs(workbook)
    await page.getByRole('link', { name: 'अभिलेख लाएँ' }).tap()
    await bringIn(page, workbook, 'फ़ाइलें चुनें')
    await page.getByText('5 पंक्तियाँ पहले से थीं, बदली नहीं').waitFor()
  })
})

const any = (pattern: RegExp) => expect.stringMatching(pattern)
const places = [
  ['follow_up.csv', '1', 'narrative', any(/पहचान/), 'narrative', any(/मूल फ़ाइल रखें/)],
  ['follow_up.csv', '2', 'occurred_on', 'यह मान स्वीकार नहीं होता', '2021-02-30', any(/YYYY-MM-DD.+तारीख़/)],
  [
    'follow_up.csv',
    '3',
    'channel',
    'यह मान स्वीकार नहीं होता',
    'pigeon',
    any(/^इनमें से एक: home_visit, office, phone/),
  ],
  ['follow_up.csv', '4', 'reached', 'एक मान नहीं है', 'ख़ाली ख़ाना', any(/survivor, trusted_person/)],
  ['follow_up.csv', '4', 'case_code', 'यह केस कभी खोला नहीं गया', 'S-3', any(/case_opened/)],
]

async function bringIn(page: Page, list: string, choose = 'फ़ोल्डर चुनें'): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: choose }).tap()
  await (await choosing).setFiles(list)
  await page.getByRole('button', { name: 'जाँचकर जमा करें' }).tap()
}

async function readFaults(page: Page): Promise<string[][]> {
  const table = page.getByRole('table', { name: 'क्या सुधारना है' })
  const rows = await table
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all()
  return Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()))
}

/** The lines of the file that she keeps to mend her list by. */
async function keepFaults(page: Page): Promise<string[]> {
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV के रूप में उतारें' }).tap()
  return readFileSync(await (await arriving).path(), 'utf8')
    .trim()
    .split(/\r?\n/)
}

function filesHolding(text: string, folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text))
}
