import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(dirname(dirname(import.meta.dirname)), '.sathi', 'journeys')

/** Keeps what the visitor saw when her journey failed, under `.sathi/journeys/`. */
export async function keepPicture(page: Page, journey: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const name = journey.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
