import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoData } from './journey/data-folder.ts'
import { beginJourney } from './journey/journey.ts'

describe('Period and language', () => {
  const journey = beginJourney(demoData)
  const proposed = 'from=2020-07-01&to=2021-12-31'

  test('a quarter, a year and any two days can be chosen, and the figures follow', async () => {
    const page = await journey.visit('/')
    await page.getByText('1 July 2020 to 31 December 2021').waitFor()
    expect(await repatriated(page)).toBe('166')
    await page.getByRole('button', { name: 'Change the period' }).click()
    await page.getByRole('link', { name: 'Q2, Apr – Jun 2021' }).click()
    await page.getByText('1 April 2021 to 30 June 2021').waitFor()
    const ofTheQuarter = await repatriated(page)
    await page.getByRole('link', { name: '2021', exact: true }).click()
    await page.getByText('1 January 2021 to 31 December 2021').waitFor()
    expect(Number(await repatriated(page))).toBeGreaterThan(Number(ofTheQuarter))
    await typeDay(page, 'From', '01042021')
    await typeDay(page, 'To', '30062021')
    await page.getByRole('button', { name: 'Show this period' }).click()
    await page.getByText('1 April 2021 to 30 June 2021').waitFor()
    expect(await repatriated(page)).toBe(ofTheQuarter)
    await page.goBack()
    await page.getByText('1 January 2021 to 31 December 2021').waitFor()
  })

  test('a period that ends before it begins is not taken', async () => {
    const page = await journey.visit(`/report?${proposed}`)
    await page.getByRole('button', { name: 'Change the period' }).click()
    await typeDay(page, 'To', '30062019')
    await page.getByText('The last day must not be before the first.').waitFor()
    expect(await page.getByRole('button', { name: 'Show this period' }).isDisabled()).toBe(true)
  })

  test.for([
    ['is no day of the calendar', 'from=2021-02-30&to=2021-03-31'],
    ['ends before it begins', 'from=2021-12-31&to=2020-07-01'],
    ['is no period at all', 'from=&to=yesterday'],
  ])('an address whose period %s leads to the proposed period', async ([, search]) => {
    const page = await journey.visit(`/report?${search}`)
    await page.getByText('1 July 2020 to 31 December 2021').waitFor()
    expect(new URL(page.url()).search).toBe(`?${proposed}`)
  })

  test('a change of language keeps the place, and is remembered', async () => {
    const page = await journey.visit(`/report/facts?${proposed}&indicator=A1&part=counted&page=2`)
    await page.getByText('Page 2 of 6').waitFor()
    const place = page.url()
    await page.getByRole('button', { name: 'বাংলা' }).click()
    await page.getByText('৬ পাতার মধ্যে ২').waitFor()
    expect(await languageOf(page)).toBe('bn')
    await page.getByRole('button', { name: 'हिन्दी' }).click()
    await page.getByText('6 में से पन्ना 2').waitFor()
    expect(await languageOf(page)).toBe('hi')
    expect(page.url()).toBe(place)
    await page.reload()
    await page.getByText('6 में से पन्ना 2').waitFor()
    expect(await languageOf(page)).toBe('hi')
  })

  test('the keyboard alone reaches a figure and opens it, and the eye can follow', async () => {
    const page = await journey.visit('/')
    await page.getByRole('table', { name: 'Headline figures' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toEqual({ name: 'Go to the content', visible: true })
    await page.keyboard.press('Enter')
    const passed: string[] = []
    for (let steps = 0; steps < 10 && !passed.at(-1)?.startsWith('166:'); steps += 1) {
      await page.keyboard.press('Tab')
      const { name, visible } = await focused(page)
      expect([name, visible]).toEqual([name, true])
      passed.push(name)
    }
    expect(passed).toEqual([
      'Change the period',
      'Survivors repatriated',
      '166: open the facts behind “survivors handed over”',
    ])
    await page.keyboard.press('Enter')
    await page.getByText('166 counted').waitFor()
    // A new screen begins at its title.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })
})

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

function repatriated(page: Page): Promise<string | null> {
  const row = page
    .getByRole('table', { name: 'Headline figures' })
    .getByRole('row', { name: 'Survivors repatriated' })
  return row.getByRole('cell').first().getByRole('link').textContent()
}

async function typeDay(page: Page, field: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: field, exact: true }).getByRole('spinbutton').first().click()
  await page.keyboard.type(digits)
}

/** What has the keyboard now, and whether it is marked and stands within the window. */
function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { top, bottom } = element.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return {
      name: element.getAttribute('aria-label') ?? element.textContent,
      visible:
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && top >= 0 && bottom <= innerHeight,
    }
  })
}
