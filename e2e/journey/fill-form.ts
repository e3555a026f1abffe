import { codeWords, fieldWords } from '@sathi/domain/catalogue'
import type { AnyKind, Language, OpenField } from '@sathi/domain/journal'
import type { Locator, Page } from 'playwright-core'

const zero: Readonly<Record<Language, string>> = { en: '0', bn: '০', hi: '०' }
const parts: Readonly<Record<Language, readonly [day: string, month: string, year: string]>> = {
  en: ['Day', 'Month', 'Year'],
  bn: ['দিন', 'মাস', 'বছর'],
  hi: ['दिन', 'महीना', 'साल'],
}
const anotherDay: Readonly<Record<Language, string>> = {
  en: 'Another day',
  bn: 'অন্য দিন',
  hi: 'कोई और दिन',
}
const lastMonth: Readonly<Record<Language, RegExp>> = { en: /^Last month/, bn: /^গত মাস/, hi: /^पिछला महीना/ }
const more: Readonly<Record<Language, string>> = { en: 'More', bn: 'আরও', hi: 'और' }

/** Digits as somebody types them whose keyboard is in her language. */
function inDigitsOf(language: Language, text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCharCode(zero[language].charCodeAt(0) + Number(digit)))
}

/** Answers every required question of a form and writes into every sealed line it meets, as somebody does who reads the labels. */
export async function fillForm(
  page: Page,
  kind: AnyKind,
  language: Language,
  unfold = true,
): Promise<{ open: Record<string, unknown>; sealed: Record<string, string> }> {
  const folded = page.locator('summary', { hasText: more[language] })
  if (unfold && (await folded.count()) > 0) await folded.click()
  const open: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(kind.open))
    if (field.required)
      open[name] = await answer(page, fieldWords(kind.name, name)[language], field, language)
  const sealed: Record<string, string> = {}
  for (const [name, { holds }] of Object.entries(kind.sealed)) {
    if (holds !== 'text') continue
    const line = asked(page, 'textbox', fieldWords(kind.name, name)[language])
    if (!(await line.isVisible())) continue
    sealed[name] = `${name} লেখা`
    await line.fill(sealed[name])
  }
  return { open, sealed }
}

/** A question by its label; optional ones have words behind it. */
function asked(page: Page, role: 'group' | 'textbox' | 'searchbox', label: string): Locator {
  const exact = label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return page.getByRole(role, { name: new RegExp(`^${exact}( \\(.+\\))?$`) })
}

async function answer(page: Page, label: string, field: OpenField, language: Language): Promise<unknown> {
  const { shape, several } = field
  const typed = async (role: 'textbox' | 'searchbox', text: string) => {
    await asked(page, role, label).fill(text)
    return text
  }
  switch (shape.type) {
    case 'code':
      return several
        ? [await chooseCode(page, label, shape.list, language)]
        : chooseCode(page, label, shape.list, language)
    case 'word':
      return typed('searchbox', 'some_word')
    case 'reference':
      return typed('searchbox', 'x-17')
    case 'date': {
      const group = asked(page, 'group', label)
      const [day, month, year] = parts[language]
      const another = group.getByRole('radio', { name: anotherDay[language] })
      if ((await another.count()) > 0) await another.check()
      await group.getByLabel(day, { exact: true }).fill(inDigitsOf(language, '5'))
      await group.getByLabel(month, { exact: true }).fill(inDigitsOf(language, '3'))
      await group.getByLabel(year, { exact: true }).fill(inDigitsOf(language, '2021'))
      return '2021-03-05'
    }
    case 'month':
      await asked(page, 'group', label).getByRole('radio', { name: lastMonth[language] }).check()
      return '2021-10'
    case 'number': {
      if (shape.whole && shape.max - shape.min < 5) {
        await asked(page, 'group', label)
          .getByRole('radio', { name: inDigitsOf(language === 'bn' ? 'bn' : 'en', '2') })
          .check()
        return 2
      }
      const value = shape.max === 1 ? '0.5' : '12'
      await typed('textbox', inDigitsOf(language, value))
      return Number(value)
    }
    case 'pseudonym':
    case 'text':
      return typed('textbox', 'Kadam')
    case 'language':
      throw new Error('no kind requires a language')
  }
}

async function chooseCode(
  page: Page,
  label: string,
  list: { readonly name: string; readonly codes: readonly string[] },
  language: Language,
): Promise<string> {
  const [code = ''] = list.codes
  const words = codeWords(list.name, code)?.[language]
  if (list.codes.length <= 12) {
    const role = list.name === 'relief_needs' ? 'checkbox' : 'radio'
    await asked(page, 'group', label)
      .getByRole(role, { name: words ?? code, exact: true })
      .check()
    return code
  }
  const usual = { countries: 'BD', currencies: 'BDT' }[list.name] ?? code
  const search = asked(page, 'searchbox', label)
  await search.fill(words ?? usual)
  // Countries and currencies are typed by their code, which picks them; what is typed in words is picked from the list.
  if (words !== undefined) await page.getByRole('button', { name: words, exact: true }).click()
  return usual
}
