import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoData } from './journey/data-folder.ts'
import { beginJourney } from './journey/journey.ts'
import { leadingNumber } from './journey/numbers.ts'
import { readAllPages } from './journey/walk-pages.ts'

const period = 'from=2020-07-01&to=2021-12-31'

describe('Opening a figure', () => {
  const journey = beginJourney(demoData)

  test('lists behind every headline number exactly as many as the number says', async () => {
    const page = await journey.visit('/')
    const numbers = await numbersToOpen(page)
    expect(numbers.map(({ line }) => line)).toEqual(
      expect.arrayContaining(['Survivors repatriated', 'Graduated']),
    )
    for (const { line, name, number } of numbers) {
      await headline(page).getByRole('row', { name: line }).getByRole('link', { name }).click()
      const listed = await readAllPages(page)
      expect([line, name, listed.length]).toEqual([line, name, number])
      if (name.includes('survivors')) expect([name, new Set(listed).size]).toEqual([name, number])
      await page.getByRole('link', { name: 'Back to the indicator' }).click()
      await page.getByRole('link', { name: 'Back to the report' }).click()
    }
  })

  test('works for a group of a breakdown as for the whole', async () => {
    const page = await journey.visit(`/report/indicators/A1?${period}`)
    const gender = page.getByRole('link', { name: 'Gender' })
    expect(await gender.getAttribute('aria-current')).toBe('true')
    await page.getByRole('link', { name: 'Home division' }).click()
    const khulna = page.getByRole('table', { name: 'Home division' }).getByRole('row', { name: 'Khulna' })
    await khulna.getByRole('link', { name: /^63:/ }).click()
    await page.getByText('survivors in intensive aftercare · Khulna').waitFor()
    expect(new Set(await readAllPages(page)).size).toBe(63)
    await page.getByRole('link', { name: 'Back to the indicator' }).click()
    await khulna.waitFor()
  })

  test('works for a quarter, whose bar says the same as its line', async () => {
    const page = await journey.visit(`/report/indicators/A1?${period}`)
    const lines = page.getByRole('table', { name: 'Intensively supported, by quarter' })
    const numbers = await lines.getByRole('link').allInnerTexts()
    const chart = page.getByRole('img', { name: 'Intensively supported, by quarter' })
    expect(await chart.locator('text').allTextContents()).toEqual(expect.arrayContaining(numbers))
    await lines.getByRole('row', { name: 'Apr – Jun 2021' }).getByRole('link', { name: /^97:/ }).click()
    expect(new Set(await readAllPages(page)).size).toBe(97)
  })

  test('leads on to a journal that keeps what was amended, and back to the same place', async () => {
    const page = await journey.visit(`/report/facts?${period}&indicator=A1&part=counted`)
    const subject = page.getByRole('link', { name: 'Case S-0320' })
    await turnTo(page, subject)
    await subject.scrollIntoViewIfNeeded()
    const before = { address: page.url(), scrolled: await page.evaluate(() => scrollY) }
    await subject.click()
    await page.getByRole('heading', { level: 1, name: 'Case S-0320' }).waitFor()
    await readTheAmendedVisit(page)
    await page.getByRole('button', { name: 'Back' }).click()
    await subject.waitFor()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before.scrolled)
    expect(page.url()).toBe(before.address)
  })
})

/** The visit of 18 March 2021 was amended twice: what stands is read first, what stood before on request. */
async function readTheAmendedVisit(page: Page): Promise<void> {
  const fact = page
    .getByRole('listitem')
    .filter({ hasText: '18 March 2021' })
    .filter({ hasText: '2 earlier versions' })
  expect(await fact.getByRole('article').allInnerTexts()).toEqual([
    expect.stringContaining('23 February 2021'),
  ])
  await fact.getByText('2 earlier versions').click()
  const [stands = '', ...earlier] = await fact.getByRole('article').allInnerTexts()
  expect(stands).not.toMatch(/Amended/)
  expect(earlier).toEqual([
    expect.stringMatching(/Amended.*At the office.*8 February 2021/s),
    expect.stringMatching(/Amended.*By phone.*8 February 2021/s),
  ])
}

const headline = (page: Page) => page.getByRole('table', { name: 'Headline figures' })

type NumberToOpen = { readonly line: string; readonly name: string; readonly number: number }

/** Every number of the headline table that opens something, with the line it stands in. */
async function numbersToOpen(page: Page): Promise<NumberToOpen[]> {
  const found: NumberToOpen[] = []
  await headline(page).waitFor()
  const rows = headline(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  for (const row of await rows.all()) {
    const line = (await row.getByRole('rowheader').getByRole('link').textContent()) ?? ''
    for (const link of await row.getByRole('cell').getByRole('link').all()) {
      const name = (await link.getAttribute('aria-label')) ?? ''
      found.push({ line, name, number: leadingNumber(name) ?? Number.NaN })
    }
  }
  return found
}

/** Turns the pages until the wanted one is there. */
async function turnTo(page: Page, wanted: Locator): Promise<void> {
  const list = page.getByRole('main').getByRole('list').first()
  for (;;) {
    await list.waitFor()
    if (await wanted.isVisible()) return
    const next = page.getByRole('link', { name: 'Next page' })
    const first = await list.textContent()
    await next.click()
    await expect.poll(() => list.textContent()).not.toBe(first)
  }
}
