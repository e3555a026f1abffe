import type { Language } from '@sathi/domain/journal'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePlace, removePlace } from './journey/data-folder.ts'
import { openBrowser, type Visitor, visit } from './journey/journey.ts'
import { lookFromEverySide } from './journey/look-from-every-side.ts'
import { type MemberApp, serveMemberApp } from './journey/serve-member-app.ts'

const passphrase = 'nine green boats at dusk'

/** Nobody answers for the office here, and the network is taken away: the browser says so. */
const expected = [/503/, /ERR_INTERNET_DISCONNECTED/]

const place = makePlace()
let app: MemberApp
let browser: Browser

beforeAll(async () => {
  app = await serveMemberApp(place)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
  removePlace(place)
})

/** A browser that is enrolled and holds invented cases, at an address of the product, locked. */
async function enrolled(visitor: Visitor = {}, search = '', path = '/notes'): Promise<Page> {
  const page = await visit(browser, new URL(`/enrol?${search}`, app.address), { expected, ...visitor })
  await page.getByText('Ready').waitFor()
  await page.goto(app.address + path)
  return page
}

const words: Readonly<Record<Language, { passphrase: string; open: string; today: string }>> = {
  en: { passphrase: 'Passphrase', open: 'Open', today: 'Today' },
  bn: { passphrase: 'পাসফ্রেজ', open: 'খুলুন', today: 'আজ' },
  hi: { passphrase: 'पासफ़्रेज़', open: 'खोलें', today: 'आज' },
}

async function unlock(page: Page, language: Language = 'en', secret = passphrase): Promise<void> {
  await page.getByLabel(words[language].passphrase).fill(secret)
  await page.getByRole('button', { name: words[language].open, exact: true }).click()
}

async function unlocked(visitor: Visitor = {}, search = ''): Promise<Page> {
  const page = await enrolled(visitor, search)
  await unlock(page, visitor.language)
  await page.getByRole('heading', { name: words[visitor.language ?? 'en'].today, exact: true }).waitFor()
  return page
}

function openFile(page: Page, code: string): Promise<void> {
  return page.getByRole('link', { name: code, exact: true }).click()
}

test('A visit is written offline, corrected, locked away, and there again', async () => {
  const page = await unlocked({ language: 'bn', size: 'phone' })
  await page.context().setOffline(true)
  await page.getByText('নেটওয়ার্ক নেই: সব এখানে রাখা আছে').waitFor()
  await openFile(page, 'S-0001')
  await page.getByRole('link', { name: 'লিখুন', exact: true }).click()
  await page.getByRole('link', { name: 'ফলো-আপ', exact: true }).first().click()
  await page.getByText('পড়তে পারবেন: কেসকর্মী').waitFor()
  await page.getByLabel('বাড়িতে গিয়ে').check()
  await page.getByRole('group', { name: 'কার সঙ্গে যোগাযোগ হয়েছে' }).getByLabel('সারভাইভার').check()
  await page.getByLabel('কেমন আছেন').fill('সুতা ফুরিয়ে গেছে।')
  await page.getByRole('button', { name: 'জমা করুন' }).click()
  await page.getByText('জমা হয়েছে', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'ফাইলে ফিরে যান' }).last().click()
  await page.getByText('এখানে রাখা আছে, অফিসে এখনও পৌঁছায়নি').first().waitFor()
  expect(await page.getByText('সুতা ফুরিয়ে গেছে।').count()).toBe(0)

  await page
    .getByRole('link', { name: /^সংশোধন: ফলো-আপ/ })
    .first()
    .click()
  await page.getByLabel('কেমন আছেন').fill('সুতা কিনে দেওয়া হয়েছে।')
  await page.getByRole('button', { name: 'জমা করুন' }).click()
  await page.getByText('জমা হয়েছে', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'তালা দিন' }).click()
  await page.getByText('তালা দেওয়া হয়েছে।').waitFor()
  expect(await page.locator('body').textContent()).not.toContain('সুতা')
  expect(await page.title()).toBe('নোট')
  await unlock(page, 'bn')
  await page.getByRole('link', { name: 'সব ফাইল' }).first().click()
  await openFile(page, 'S-0001')
  await page.getByText('আগের ১টি লেখা').waitFor()
  await page.getByRole('button', { name: /^খুলুন/ }).first().click()
  await page.getByText('সুতা কিনে দেওয়া হয়েছে।').waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/notes\/[0-9a-f-]{36}$/)
})

describe('The lock', () => {
  test('answers a wrong passphrase in words, makes the next one wait, and never shows it unasked', async () => {
    const page = await enrolled({ size: 'phone' })
    const input = page.getByLabel('Passphrase')
    expect(await input.getAttribute('type')).toBe('password')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(await input.getAttribute('type')).toBe('text')
    for (const wrong of ['one', 'two', 'three', 'four', 'five']) {
      await unlock(page, 'en', wrong)
      await page.getByText('That was not it').or(page.getByText('Wait before the next try')).first().waitFor()
      if ((await page.getByText(/left$/).count()) > 0) break
    }
    await page.getByText(/seconds? left$|minutes? left$/).waitFor()
    expect(await page.getByRole('button', { name: 'Open', exact: true }).isDisabled()).toBe(true)
    expect(await lookFromEverySide(page)).toEqual([])
  })

  test('says that the time is over, and asks the office before it shows anything', async () => {
    const page = await enrolled({ size: 'phone' }, 'lease=over')
    await unlock(page)
    await page.getByText('This device has not been in touch for too long').waitFor()
    expect(await page.getByRole('heading', { name: 'Today' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Ask the office' }).click()
    await page.getByText('The office could not be reached. Connect, then try again.').waitFor()
    expect(await lookFromEverySide(page)).toEqual([])
  })

  test('says when nothing is set up here', async () => {
    const page = await visit(browser, new URL('/notes', app.address), { expected, size: 'phone' })
    await page.getByText('Nothing is set up on this device').waitFor()
    expect(await page.title()).toBe('Notes')
    expect(await lookFromEverySide(page)).toEqual([])
  })

  test('hides everything in the moment in which the app goes to the background', async () => {
    const page = await unlocked()
    const isCovered = () => page.evaluate(() => getComputedStyle(document.body).visibility === 'hidden')
    const turn = (hidden: boolean) =>
      page.evaluate((isHidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
        document.dispatchEvent(new Event('visibilitychange'))
      }, hidden)
    expect(await isCovered()).toBe(false)
    await turn(true)
    expect(await isCovered()).toBe(true)
    await turn(false)
    expect(await isCovered()).toBe(false)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    expect(await isCovered()).toBe(true)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow')))
    await page.getByLabel('Passphrase').waitFor()
  })
})

describe('Quick exit', () => {
  test('is the first stop of the keyboard, and leaves without a way back', async () => {
    const page = await unlocked()
    await openFile(page, 'S-0001')
    await page.getByRole('heading', { name: 'S-0001' }).waitFor()
    await page.mouse.click(1, 1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Notes' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/notes.html')
    await page.goBack().catch(() => undefined)
    expect(await page.getByText('S-0001').count()).toBe(0)
  })

  test('hears Shift three times', async () => {
    const page = await unlocked()
    await page.getByLabel('Search by code or name').focus()
    for (let pressed = 0; pressed < 3; pressed++) await page.keyboard.press('Shift')
    await page.waitForURL('**/notes.html')
  })
})

describe('The caseload', () => {
  test('finds a code in Bengali digits, and a name only once it was opened', async () => {
    const page = await unlocked({ size: 'phone' })
    const search = page.getByLabel('Search by code or name')
    await search.fill('০০০৪')
    await page.getByText('1 found').waitFor()
    await search.fill('পাখি')
    await page.getByText('Nothing found.').waitFor()
    await search.fill('')
    await page.getByRole('button', { name: 'Show names' }).click()
    await page.getByRole('link', { name: 'পাখি' }).waitFor()
    await search.fill('পাখি')
    await page.getByText('1 found').waitFor()
  })

  test('is calm where there is nothing, and where a role has no cases', async () => {
    const empty = await unlocked({ size: 'phone' }, 'files=0&hand=none')
    await empty.getByText('No files are on this device yet').waitFor()
    expect(await lookFromEverySide(empty)).toEqual([])
    const without = await unlocked({ size: 'phone' }, 'files=0&hand=none&role=training_officer')
    await without.getByText('Your role works without case files').waitFor()
    expect(await without.getByRole('link', { name: 'Open a new file' }).count()).toBe(0)
  })

  test('opens a new file under a code that it proposes', async () => {
    const page = await unlocked({ size: 'phone' })
    await page.getByRole('link', { name: 'Open a new file' }).click()
    const code = (await page.locator('.case-code').textContent()) ?? ''
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{3}$/)
    expect(await lookFromEverySide(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByLabel('Shelter').check()
    await page.getByRole('radio', { name: 'Feminine', exact: true }).check()
    await page
      .getByRole('group', { name: /^Child/ })
      .getByLabel('No', { exact: true })
      .check()
    await page.getByText('More', { exact: true }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'Rahima at home.jpg',
      mimeType: 'image/jpeg',
      buffer: await photographWithPlace(page),
    })
    await page.getByText(/^Attached/).waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'All files' }).first().click()
    await openFile(page, code)
    await page.getByRole('heading', { name: code }).waitFor()
    await page
      .getByRole('button', { name: /^Open:/ })
      .first()
      .click()
    await keepWhatIsShown(page)
    await page
      .getByRole('button', { name: /^Show \(/ })
      .first()
      .click()
    await page.getByRole('img', { name: 'Picture' }).waitFor()
    const shown = await shownBytes(page)
    expect(shown.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(shown.includes(marker)).toBe(false)
    expect(shown.includes('Exif')).toBe(false)
  })
})

const marker = 'N23.8103 E90.4125'

/** A photograph as a phone takes it, with its place written into the file. */
async function photographWithPlace(page: Page): Promise<Buffer> {
  const plain = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 64
    canvas.height = 48
    canvas.getContext('2d')?.fillRect(8, 8, 20, 20)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
  })
  const said = Buffer.from(`Exif\0\0${marker}`)
  const head = Buffer.from([0xff, 0xe1, 0, said.length + 2])
  const bytes = Buffer.from(plain)
  return Buffer.concat([bytes.subarray(0, 2), head, said, bytes.subarray(2)])
}

/** Remembers what the page hands to the screen from now on. */
function keepWhatIsShown(page: Page): Promise<void> {
  return page.evaluate(() => {
    const make = URL.createObjectURL
    URL.createObjectURL = (blob) => {
      Object.assign(window, { shown: blob })
      return make.call(URL, blob)
    }
  })
}

async function shownBytes(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => [
    ...new Uint8Array(await (window as unknown as { shown: Blob }).shown.arrayBuffer()),
  ])
  return Buffer.from(bytes)
}

describe('A case file', () => {
  test('shows safe contact before a call, and no call to a number that is not safe', async () => {
    const page = await unlocked({ size: 'phone' })
    await openFile(page, 'S-9001')
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0)
    await page
      .getByText(/^On this case it can be read by: Caseworker/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^Open:/ })
      .first()
      .click()
    const calls = page.locator('.person a[href^="tel:"]')
    await calls.waitFor()
    expect(await calls.count()).toBe(1)
    expect(await calls.getAttribute('href')).toBe('tel:01700000000')
    await page.locator('.person').getByText('Nobody may call this number.').waitFor()
    await page.locator('.person').getByText('সেলাই কোর্স').waitFor()
    expect(await lookFromEverySide(page)).toEqual([])
  })

  test('says calmly what is not for a role, and offers only what the role writes', async () => {
    const page = await unlocked({ size: 'phone' }, 'role=me_officer&hand=none')
    await openFile(page, 'S-0002')
    await page.getByRole('link', { name: 'Write', exact: true }).click()
    await page.getByText('Your role writes nothing here.').waitFor()
    expect(await lookFromEverySide(page)).toEqual([])
  })

  test('marks what was corrected apart, and settles it', async () => {
    const page = await unlocked({ size: 'phone' })
    await openFile(page, 'S-0003')
    await page.getByText('Corrected twice, apart from each other').waitFor()
    expect(await lookFromEverySide(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: /^Settle it/ }).click()
    await page.getByRole('group', { name: 'Safe' }).getByRole('button', { name: 'Take this' }).first().click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Back to the file' }).last().click()
    await page.getByRole('heading', { name: 'What happened' }).waitFor()
    await page.getByText('3 earlier versions').waitFor()
    expect(await page.getByText('Corrected twice, apart from each other').count()).toBe(0)
  })

  test('folds away what was taken back', async () => {
    const page = await unlocked({ size: 'phone' })
    await openFile(page, 'S-0001')
    await page.getByRole('link', { name: /^Take back: Stuck/ }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('Taken back', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Back to the file' }).last().click()
    await page.getByText('Taken back: Stuck').waitFor()
  })

  test('that is not here says no more than that', async () => {
    const page = await enrolled({}, '', '/notes/00000000-0000-7000-9000-00000000ffff')
    await unlock(page)
    await page.getByRole('heading', { name: 'This file is not on this device' }).waitFor()
    expect(await lookFromEverySide(page)).toEqual([])
  })
})

describe('What the office did not take', () => {
  test('is mended and goes again, copied, or set aside after a question', async () => {
    const page = await unlocked({ size: 'phone' })
    await page.getByRole('link', { name: /2 need a look/ }).click()
    await page.getByText('Some answers are not as the office accepts them.').waitFor()
    expect(await lookFromEverySide(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Copy to a new entry' }).click()
    await page.getByText(/^Copied\./).waitFor()
    await page.getByRole('link', { name: 'Mend and send again' }).click()
    await page
      .getByRole('group', { name: /^How high/ })
      .getByLabel('High')
      .check()
    expect(await page.getByLabel('Note').inputValue()).toBe('পাওনাদার আবার এসেছিল।')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('link', { name: /1 needs a look/ }).click()
    await page.getByText('Another file has this code already.').waitFor()
    await page.getByRole('button', { name: 'Set aside for good' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: 'Send with this code' }).click()
    await page.getByText('The office has taken everything that it has seen.').waitFor()
  })
})

test('Every screen can be used from every side', async () => {
  const page = await unlocked({ language: 'bn', size: 'phone' })
  const found: string[] = []
  const look = async (screen: string) =>
    found.push(...(await lookFromEverySide(page)).map((one) => `${screen}: ${one}`))
  await look('caseload')
  await page.getByRole('button', { name: 'English' }).click()
  await openFile(page, 'S-0002')
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  await look('file')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Write', exact: true }).click()
  await page.getByRole('heading', { name: 'Usual for you' }).waitFor()
  await look('choice')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Follow-up', exact: true }).first().click()
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
  await look('form')
  await page
    .getByRole('button', { name: 'Lock', exact: true })
    .or(page.getByRole('button', { name: 'তালা দিন' }))
    .click()
  await page.locator('.unlock').waitFor()
  await look('lock')
  expect(found).toEqual([])
})
