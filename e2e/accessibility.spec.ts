import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoData, newData } from './journey/data-folder.ts'
import { demoFolder } from './journey/expected-headline.ts'
import { beginJourney } from './journey/journey.ts'
import { lookFromEverySide } from './journey/look-from-every-side.ts'
import { turnTo } from './journey/turn-to.ts'
import { writeList } from './journey/write-list.ts'

/** A screen in one of its states: where to go, and what to do there until it stands so. */
type State = {
  readonly name: string
  readonly path: string
  readonly reach: (page: Page, place: string) => Promise<unknown>
  readonly expected?: readonly RegExp[]
}

describe('Before there are records, everybody can use', () => {
  const journey = beginJourney(newData)

  test.for<State>([
    {
      name: 'the set-up, with a name missing',
      path: '/',
      reach: async (page) => {
        await page.getByRole('button', { name: 'Begin' }).click()
        await page.getByText('Please type the name.').waitFor()
      },
    },
    {
      name: 'the beginning of an import',
      path: '/',
      reach: async (page) => {
        await page.getByLabel('Name of the organisation').fill('A new dawn')
        await page.getByRole('button', { name: 'Begin' }).click()
        await title(page, 'Bring in records')
      },
    },
    {
      name: 'the name of the organisation, when it is kept',
      path: '/organisation',
      reach: async (page) => {
        await page.getByRole('button', { name: 'Keep this name' }).click()
        await page.getByText('The name is kept.').waitFor()
      },
    },
    { name: 'the report without figures', path: '/report', reach: (page) => title(page, 'Headline report') },
    {
      name: 'files that do not fit',
      path: '/import',
      reach: async (page, place) => {
        await choose(page, writeList(join(place, 'empty'), {}))
        await page.getByText('There is no CSV file').waitFor()
      },
    },
    {
      name: 'an import before it is sent',
      path: '/import',
      reach: (page) => choose(page, demoFolder),
    },
    {
      name: 'an import refused, with its faults',
      path: '/import',
      reach: async (page, place) => {
        await choose(
          page,
          writeList(join(place, 'faulty'), { case_opened: ['row_id,case_code', 'CO-1,S-1'] }),
        )
        await page.getByRole('button', { name: 'Check and store' }).click()
        await page.getByRole('table', { name: 'What to mend' }).waitFor()
      },
    },
    {
      name: 'an import under way',
      path: '/import',
      reach: async (page) => {
        await holdStill(page, '**/api/imports/*')
        await choose(page, demoFolder)
        await page.getByRole('button', { name: 'Check and store' }).click()
        await page.getByRole('progressbar').waitFor()
      },
    },
    {
      name: 'an import that nobody knows any more',
      path: '/import/00000000-0000-4000-8000-000000000000',
      reach: (page) => page.getByText('How this import ended is not known any more').waitFor(),
      expected: [/404/],
    },
  ])('$name', async ({ path, reach, expected = [] }) => {
    const page = await journey.visit(path, { expected })
    await reach(page, journey.place)
    expect(await lookFromEverySide(page)).toEqual([])
  })
})

describe('With records, everybody can use', () => {
  const journey = beginJourney(demoData)
  const period = 'from=2020-07-01&to=2021-12-31'
  const facts = `/report/facts?${period}&indicator=W1&part=missing&page=1`

  test.for<State>([
    { name: 'the report', path: '/', reach: (page) => title(page, 'Headline report') },
    {
      name: 'the choice of a period',
      path: `/report/indicators/V2?${period}`,
      reach: async (page) => {
        await page.getByRole('button', { name: 'Change the period' }).click()
        await page.getByRole('group', { name: 'To' }).getByRole('spinbutton').first().click()
        await page.keyboard.type('30062019')
        await page.getByText('The last day must not be before the first.').waitFor()
      },
    },
    ...['W1', 'F1', 'V2'].map((indicator) => ({
      name: `the indicator ${indicator}`,
      path: `/report/indicators/${indicator}?${period}`,
      reach: (page: Page) => page.getByRole('heading', { name: 'By quarter' }).waitFor(),
    })),
    {
      name: 'the facts behind a figure',
      path: facts,
      reach: (page) => page.getByText('10 counted').waitFor(),
    },
    {
      name: 'a journal with its history',
      path: `/report/facts?${period}&indicator=C1&part=counted&quarter=2021Q3`,
      reach: async (page) => {
        await turnTo(page, 'Case S-0011')
        await page.getByRole('link', { name: 'Case S-0011' }).click()
        await page.getByText('1 earlier version').click()
        await page.getByText(/^Taken back/).waitFor()
      },
    },
    {
      name: 'a screen that waits',
      path: facts.replace('missing', 'denominator'),
      reach: async (page) => {
        await page.getByText('136 counted').waitFor()
        await page.route('**/api/report/facts*', () => undefined)
        await page.getByRole('link', { name: 'Next page' }).click()
        await page.getByText('One moment').waitFor()
      },
    },
    {
      name: 'a screen without Sathi behind it',
      path: facts.replace('missing', 'denominator'),
      reach: async (page) => {
        await page.getByText('136 counted').waitFor()
        // Until then the words of the other languages may still be on their way.
        await page.waitForLoadState('networkidle')
        await page.context().setOffline(true)
        await page.getByRole('link', { name: 'Next page' }).click()
        await page.getByText('Sathi cannot be reached').waitFor()
      },
      expected: [/ERR_INTERNET_DISCONNECTED/],
    },
    {
      name: 'a refusal',
      path: '/report?from=1900-01-01&to=2021-12-31',
      reach: (page) => page.getByText('Sathi could not do that').waitFor(),
      expected: [/400/],
    },
    {
      name: 'a screen with a fault of ours',
      path: '/import',
      reach: async (page) => {
        await page.route('**/api/report?*', (route) => route.fulfill({ json: { report: {} } }))
        await page.getByRole('link', { name: 'Report', exact: true }).click()
        await page.getByText('Something went wrong on this screen').waitFor()
      },
      expected: [/Cannot read properties of undefined/],
    },
    {
      name: 'an address that leads nowhere',
      path: '/nowhere',
      reach: (page) => title(page, 'nothing at this address'),
    },
  ])('$name', async ({ path, reach, expected = [] }) => {
    const page = await journey.visit(path, { expected })
    await reach(page, journey.place)
    expect(await lookFromEverySide(page)).toEqual([])
  })
})

function title(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name }).waitFor()
}

async function choose(page: Page, folder: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await choosing).setFiles(folder)
}

/** What was answered first is answered for ever, so that what passes in a moment can be looked at. */
async function holdStill(page: Page, address: string): Promise<void> {
  let first: { status: number; body: string } | undefined
  await page.route(address, async (route) => {
    if (first === undefined) {
      const answer = await route.fetch()
      first = { status: answer.status(), body: await answer.text() }
    }
    await route.fulfill({ ...first, contentType: 'application/json' })
  })
}
