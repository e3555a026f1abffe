import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newData } from './journey/data-folder.ts'
import { beginJourney } from './journey/journey.ts'
import { writeList } from './journey/write-list.ts'

const program = join(import.meta.dirname, '..', 'packages', 'server', 'src', 'main.ts')
const records = {
  case_opened: [
    'row_id,case_code,occurred_on,pathway,gender,is_child',
    'CO-1,S-1,2021-01-04,shelter,Feminine,no',
  ],
}

/** Records come by the command line, before anybody has opened Sathi in a browser. */
function dataWithRecords(place: string): string {
  const data = newData(place)
  const list = writeList(join(place, 'list'), records)
  execFileSync(process.execPath, [program, 'import', list, '--data', data], { stdio: 'ignore' })
  return data
}

describe('The name of the organisation, in Bengali on a phone', () => {
  const journey = beginJourney(dataWithRecords)

  test('is asked for on the first visit after a list came by the command line, and can wait', async () => {
    const page = await journey.visit('/', { language: 'bn', size: 'phone' })
    await page.getByText('এখানে আগে থেকেই নথি আছে। সেগুলো কোন সংস্থার?').waitFor()
    await page.getByRole('link', { name: 'পরে: প্রতিবেদনে যান' }).tap()
    await page.getByRole('heading', { level: 1, name: 'মূল প্রতিবেদন' }).waitFor()

    await page.getByRole('link', { name: 'সংস্থার নাম দিন' }).tap()
    await page.getByLabel('সংস্থার নাম').fill('নতুন ভোর')
    await page.getByRole('button', { name: 'এই নাম রাখুন' }).tap()
    await page.getByRole('status').filter({ hasText: 'নামটি রাখা হয়েছে।' }).waitFor()
    await page.getByRole('link', { name: 'নতুন ভোর: নাম বদলান' }).waitFor()
  })

  test('is changed where it stands, and asked for no more', async () => {
    const page = await journey.visit('/', { language: 'bn', size: 'phone' })
    await page.getByRole('heading', { level: 1, name: 'মূল প্রতিবেদন' }).waitFor()
    await page.getByRole('link', { name: 'নতুন ভোর: নাম বদলান' }).tap()
    const name = page.getByLabel('সংস্থার নাম')
    expect(await name.inputValue()).toBe('নতুন ভোর')
    await name.fill('সবুজ পাতা')
    await page.getByRole('button', { name: 'এই নাম রাখুন' }).tap()
    await page.getByRole('link', { name: 'সবুজ পাতা: নাম বদলান' }).waitFor()
  })
})
