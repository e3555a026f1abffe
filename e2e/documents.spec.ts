import { readFileSync } from 'node:fs'
import { type Language, languages } from '@sathi/domain/journal'
import { indicatorWords } from '@sathi/reporting/figures'
import excel from 'exceljs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demoData } from './journey/data-folder.ts'
import { beginJourney } from './journey/journey.ts'

const buttons: Readonly<Record<Language, { pdf: string; workbook: string; lineList: string }>> = {
  en: { pdf: 'Report as PDF', workbook: 'Report as workbook (XLSX)', lineList: 'Line list (XLSX)' },
  bn: { pdf: 'PDF প্রতিবেদন', workbook: 'ওয়ার্কবুক প্রতিবেদন (XLSX)', lineList: 'সারি-তালিকা (XLSX)' },
  hi: { pdf: 'PDF रिपोर्ट', workbook: 'वर्कबुक रिपोर्ट (XLSX)', lineList: 'पंक्ति-सूची (XLSX)' },
}

describe('Documents of the report', () => {
  const journey = beginJourney(demoData)

  test.for(languages)('arrive on paper and as a workbook in %s', async (language) => {
    const page = await journey.visit('/', { language })
    const paper = await download(page, buttons[language].pdf)
    expect(paper.name).toBe(`sathi-report-2020-07-01-2021-12-31-${language}.pdf`)
    expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pagesOf(paper.bytes)).toBeGreaterThan(1)
    const workbook = await download(page, buttons[language].workbook)
    expect(workbook.name).toBe(`sathi-report-2020-07-01-2021-12-31-${language}.xlsx`)
    const row = (await rowsOf(workbook.bytes)).find((cells) => cells.includes('R1'))
    expect(row).toEqual(expect.arrayContaining([indicatorWords.R1.name[language], 166]))
  })

  test('are joined by the line list, whose name tells nothing of whom it holds', async () => {
    const page = await journey.visit('/')
    const lineList = await download(page, buttons.en.lineList)
    expect(lineList.name).toBe('sathi-line-list.xlsx')
    expect(lineList.bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

type Kept = { readonly name: string; readonly bytes: Buffer }

async function download(page: Page, name: string): Promise<Kept> {
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const arrived = await arriving
  return { name: arrived.suggestedFilename(), bytes: readFileSync(await arrived.path()) }
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** The cells of every row of the first sheet. */
async function rowsOf(workbook: Buffer): Promise<unknown[][]> {
  const book = new excel.Workbook()
  await book.xlsx.load(new Uint8Array(workbook).buffer)
  const rows: unknown[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push([row.values].flat()))
  return rows
}
