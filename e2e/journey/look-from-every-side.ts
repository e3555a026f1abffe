import { AxeBuilder } from '@axe-core/playwright'
import type { Language } from '@sathi/domain/journal'
import type { Page } from 'playwright-core'
import { type Size, sizes } from './journey.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const ownNames: Readonly<Record<Language, string>> = { en: 'English', bn: 'বাংলা', hi: 'हिन्दी' }

/** The narrowest window that WCAG asks for: a laptop's at four times its size. */
const narrowest = 320

/** Every language on both devices, and both devices in light and in dark. */
const sides: readonly { language: Language; size: Size; scheme: 'light' | 'dark' }[] = [
  { language: 'bn', size: 'phone', scheme: 'light' },
  { language: 'bn', size: 'laptop', scheme: 'dark' },
  { language: 'hi', size: 'laptop', scheme: 'light' },
  { language: 'hi', size: 'phone', scheme: 'dark' },
  { language: 'en', size: 'phone', scheme: 'light' },
  { language: 'en', size: 'laptop', scheme: 'dark' },
]

/** What keeps somebody from using the screen as it stands: breaches of WCAG 2.2 AA, and lines wider than the window. */
export async function lookFromEverySide(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const { language, size, scheme } of sides) {
    await page.getByRole('button', { name: ownNames[language] }).click()
    await page.locator(`html[lang=${language}]`).waitFor()
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize(sizes[size])
    // Without frames of other origins there is no need of a page of its own for the findings.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standards).analyze()
    for (const { id, impact, nodes } of violations) {
      found.push(`${language}, ${size}, ${scheme}: ${impact} ${id} at ${nodes.map(({ target }) => target)}`)
    }
    if (size === 'phone') await page.setViewportSize({ ...sizes.phone, width: narrowest })
    if (await isWiderThanWindow(page)) found.push(`${language}, ${size}: wider than the window`)
  }
  return found
}

function isWiderThanWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}
