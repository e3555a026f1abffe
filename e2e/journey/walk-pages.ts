import type { Page } from 'playwright-core'

/** The headings of everything listed behind a number, read through all its pages in English. */
export async function readAllPages(page: Page): Promise<string[]> {
  const main = page.getByRole('main')
  await main.getByRole('status').getByText('counted, with the coded facts behind').waitFor()
  const listed: string[] = []
  for (let number = 1; ; number += 1) {
    listed.push(...(await main.getByRole('heading', { level: 2 }).allInnerTexts()))
    const next = main.getByRole('link', { name: 'Next page' })
    if ((await next.count()) === 0) return listed
    await next.click()
    await main.getByText(new RegExp(`^Page ${number + 1} of`)).waitFor()
  }
}
