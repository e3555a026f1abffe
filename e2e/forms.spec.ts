import { AxeBuilder } from '@axe-core/playwright'
import { getKind, kinds } from '@sathi/domain/catalogue'
import type { AnyKind, Language } from '@sathi/domain/journal'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePlace, removePlace } from './journey/data-folder.ts'
import { fillForm } from './journey/fill-form.ts'
import { openBrowser, type Visitor, visit } from './journey/journey.ts'
import { lookFromEverySide } from './journey/look-from-every-side.ts'
import { type FormPage, serveFormPage } from './journey/serve-form-page.ts'

const everyKind: readonly AnyKind[] = Object.values(kinds)
const save: Readonly<Record<Language, string>> = { en: 'Save', bn: 'জমা করুন', hi: 'सहेजें' }
const saved: Readonly<Record<Language, string>> = { en: 'Saved', bn: 'জমা হয়েছে', hi: 'सहेज लिया गया' }

const place = makePlace()
let forms: FormPage
let browser: Browser

beforeAll(async () => {
  forms = await serveFormPage(place)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await forms?.close()
  removePlace(place)
})

function openForm(search: string, visitor: Visitor = {}): Promise<Page> {
  return visit(browser, new URL(`/?${search}`, forms.address), visitor)
}

async function savedEntries(page: Page): Promise<Record<string, unknown>[]> {
  return JSON.parse((await page.locator('#saved').textContent()) ?? '[]')
}

/** What keeps somebody from using the form as it stands. */
async function hindrances(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target)}`)
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return isWide ? [...found, 'wider than the window'] : found
}

/** Every language on both devices, and both devices in light and dark. */
const sides: readonly Required<Pick<Visitor, 'language' | 'size' | 'scheme'>>[] = [
  { language: 'bn', size: 'phone', scheme: 'light' },
  { language: 'hi', size: 'phone', scheme: 'dark' },
  { language: 'en', size: 'phone', scheme: 'light' },
  { language: 'bn', size: 'laptop', scheme: 'dark' },
  { language: 'hi', size: 'laptop', scheme: 'light' },
  { language: 'en', size: 'laptop', scheme: 'dark' },
]

test.for(sides)('Any kind of entry can be added: $language, $size, $scheme', async (side) => {
  // Kinds take turns: they differ in their questions, not in how these look.
  const kindsOfSide = everyKind.filter((_, index) => sides[index % sides.length] === side)
  const page = await openForm('', side)
  for (const kind of kindsOfSide) await addOne(page, kind, side.language)
  expect(kindsOfSide.length).toBeGreaterThan(7)
})

async function addOne(page: Page, kind: AnyKind, language: Language): Promise<void> {
  await page.goto(`${forms.address}/?kind=${kind.name}`)
  const { open, sealed } = await fillForm(page, kind, language)
  expect(await hindrances(page), kind.name).toEqual([])
  await page.getByRole('button', { name: save[language], exact: true }).click()
  await page.getByText(saved[language], { exact: true }).waitFor()
  const [compartment = ''] = Object.values(kind.sealed).map((field) => field.compartment)
  const sealedFields = Object.keys(sealed).length === 0 ? {} : { [compartment]: sealed }
  const entry = { kind: kind.name, version: kind.version, occurredOn: '2021-11-24', open, sealedFields }
  expect(await savedEntries(page), kind.name).toMatchObject([entry])
  expect(new URL(page.url()).search, kind.name).toBe(`?kind=${kind.name}`)
  expect(await page.title(), kind.name).toBe('Sathi')
}

describe('A form', () => {
  test('that lacks answers names each, takes the focus there, and leads to the place by keyboard alone', async () => {
    const page = await openForm('kind=assessment', { language: 'bn', size: 'phone' })
    await page.getByLabel('স্কোর').fill('৯৯')
    await page.getByRole('button', { name: 'জমা করুন' }).press('Enter')
    await page.getByRole('region', { name: '১টি উত্তর ঠিক করতে হবে' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('fault-summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.getByText('স্কোর: ০ থেকে ২৭ পর্যন্ত একটি সংখ্যা লিখুন।').waitFor()
    await page.getByLabel('স্কোর').fill('২৭')
    await page.keyboard.press('Enter')
    await page.getByText('জমা হয়েছে', { exact: true }).waitFor()
    expect(await savedEntries(page)).toMatchObject([{ open: { instrument: 'phq9', score: 27 } }])
  })

  test('pressed twice is saved once, and says so only when it is', async () => {
    const page = await openForm('kind=case_closed&save=slow')
    await page.getByRole('radio', { name: 'Died' }).check()
    // Both before the screen is drawn again, as when a finger trembles.
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.requestSubmit()
      form.requestSubmit()
    })
    await page.getByRole('button', { name: 'Saving …' }).waitFor()
    expect(await page.getByText('Saved', { exact: true }).count()).toBe(0)
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await savedEntries(page)).toHaveLength(1)
  })

  test.for(['refused', 'broken'])('that is %s keeps what was written and says what to do', async (how) => {
    const page = await openForm(`kind=case_closed&save=${how}`)
    await page.getByRole('radio', { name: 'Died' }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').getByText('What you wrote is still here. Try again.').waitFor()
    if (how === 'refused') await page.getByText('This case is not yours any more.').waitFor()
    expect(await page.getByRole('radio', { name: 'Died' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await savedEntries(page)).toEqual([])
  })

  test('left half-written is kept and found again, and begun anew on wish', async () => {
    const page = await openForm('kind=counselling_session')
    await page.getByLabel('Note').fill('half a sentence')
    await page.getByRole('button', { name: '←' }).click()
    await page.getByRole('button', { name: '→' }).click()
    await page.getByText('What you had begun is here again').waitFor()
    expect(await page.getByLabel('Note').inputValue()).toBe('half a sentence')
    await page.getByRole('button', { name: 'Begin anew' }).click()
    expect(await page.getByLabel('Note').inputValue()).toBe('')
    await page.getByRole('button', { name: '←' }).click()
    await page.getByRole('button', { name: '→' }).click()
    expect(await page.getByLabel('Note').inputValue()).toBe('')
  })

  test('says who will be able to read before anything is typed, and that what is closed stays', async () => {
    const page = await openForm('kind=counselling_session')
    await page.getByText('Can be read by: Sumi and Rekha').waitFor()
    const closed = await openForm('kind=follow_up&for=closed')
    await closed.getByText('You may not read this part of what was said. It stays as it is.').waitFor()
    expect(await closed.getByRole('textbox', { name: 'How she or he is' }).count()).toBe(0)
  })

  test('begins with her safety, where not knowing, no and not recorded are answers of their own', async () => {
    const page = await openForm('kind=follow_up')
    const first = page.getByRole('group').first()
    expect(await first.getByRole('radio').count()).toBe(4)
    expect(await first.getByLabel('Not recorded').isChecked()).toBe(true)
    await first.getByLabel('Unknown').check()
    await fillForm(page, getKind('follow_up'), 'en')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await savedEntries(page)).toMatchObject([{ open: { safe: 'unknown' } }])
  })
})

describe('What was said', () => {
  test('is corrected with the earlier words in sight, and not when nothing was changed', async () => {
    const page = await openForm('kind=follow_up&for=amend', { size: 'phone' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Nothing was changed, so nothing was saved').waitFor()
    await page.getByRole('group', { name: 'Safe' }).getByLabel('No', { exact: true }).check()
    await page.getByText('Before: Yes').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await savedEntries(page)).toMatchObject([
      {
        amends: '00000000-0000-7000-8000-000000000001',
        open: { safe: 'no', risk_flags: ['debt', 'owl_seen'] },
      },
    ])
  })

  test('apart by two is settled by choosing or writing', async () => {
    const page = await openForm('kind=follow_up&for=settle', { size: 'phone' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('region', { name: '4 answers need mending' }).waitFor()
    expect(await hindrances(page)).toEqual([])
    const how = page.getByRole('group', { name: 'How', exact: true })
    await how.getByRole('button', { name: 'Take this' }).last().click()
    await page.getByRole('group', { name: 'Safe' }).getByLabel('Not recorded').check()
    await page
      .getByRole('group', { name: 'Signs of risk' })
      .getByRole('button', { name: 'Take this' })
      .first()
      .click()
    await page.getByLabel('How she or he is').fill('Both were right.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    const [entry] = await savedEntries(page)
    expect(entry).toMatchObject({
      amends: '00000000-0000-7000-8000-000000000001',
      settles: ['00000000-0000-7000-8000-000000000002'],
      open: { channel: 'phone', reached: 'survivor', due_on: '2021-11', risk_flags: ['debt', 'owl_seen'] },
      sealedFields: { casework: { narrative: 'Both were right.' } },
    })
    expect(entry?.open).not.toHaveProperty('safe')
  })

  test('is taken back only after a question, and then says nothing else', async () => {
    const page = await openForm('kind=follow_up&for=retract')
    await page.getByRole('heading', { name: 'Take this back?' }).waitFor()
    await page.getByRole('button', { name: 'Take it back' }).dblclick()
    await page.getByText('Taken back', { exact: true }).waitFor()
    expect(await savedEntries(page)).toEqual([
      {
        kind: 'follow_up',
        version: 1,
        subject: expect.anything(),
        occurredOn: '2021-11-24',
        open: {},
        sealedFields: {},
        retracts: '00000000-0000-7000-8000-000000000001',
      },
    ])
  })
})

test('A telephone is written with the rules of safe contact, a name without a family name', async () => {
  const page = await openForm('kind=case_opened', { language: 'bn', size: 'phone' })
  const filled = await fillForm(page, getKind('case_opened'), 'bn', false)
  await page.getByLabel('ডাকনাম').fill('পাখি')
  await page.getByRole('button', { name: 'ফোন যোগ করুন' }).click()
  const phone = page.getByRole('group', { name: 'ফোন ১' })
  await phone.getByLabel('নম্বর').fill('০১৭০০-০০০০০০')
  await page.getByRole('button', { name: 'জমা করুন' }).click()
  await page.getByText('ফোনটি কার? না জানলে কেউ ফোন করতে পারবে না।').first().waitFor()
  await phone.getByLabel('প্রতিবেশীর').check()
  await phone.getByRole('group', { name: 'আমরা ফোন করতে পারি?' }).getByLabel('হ্যাঁ').check()
  await phone.getByLabel('বৃহস্পতি').check()
  await phone.getByLabel('আমরা কে বলে পরিচয় দেব?').fill('সেলাই কোর্স')
  expect(await lookFromEverySide(page)).toEqual([])
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await savedEntries(page)).toMatchObject([
    {
      open: filled.open,
      sealedFields: {
        casework: {
          names: [{ text: 'পাখি', script: 'bn', kind: 'call' }],
          phones: [
            { number: '01700000000', whose: 'neighbour', call: 'yes', days: ['thu'], sayWeAre: 'সেলাই কোর্স' },
          ],
        },
      },
    },
  ])
})
