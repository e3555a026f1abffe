import type { Page } from 'playwright-core'

/** Turns the pages of a list, read in English, until a link stands on one. Subjects are listed in no order that stays from run to run. */
export async function turnTo(page: Page, name: string): Promise<void> {
  const main = page.getByRole('main')
  await main.getByRole('status').getByText('counted, with the coded facts behind').waitFor()
  for (let number = 2; (await main.getByRole('link', { name }).count()) === 0; number += 1) {
    await main.getByRole('link', { name: 'Next page' }).click()
    await main.getByText(new RegExp(`^Page ${number} of`)).waitFor()
  }
}
