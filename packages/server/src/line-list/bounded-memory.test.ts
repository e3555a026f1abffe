import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolder, runProgram } from '../command-line/testing/run-program.ts'
import { buildWorkbook, oneSheet, textRow } from '../tables/testing/build-workbook.ts'

const mebibyte = 1024 * 1024
const most = 512
const patience = 180_000
const tellPeak = fileURLToPath(new URL('../command-line/testing/tell-peak.ts', import.meta.url))
const { folder, remove } = makeFolder()
afterAll(remove)

/** Reads a list as the command line does, in a process of its own, and says how much memory that took at most. */
async function dryRun(path: string) {
  const peak = join(folder, 'peak')
  const env = { NODE_OPTIONS: `--import ${tellPeak}`, SATHI_TEST_PEAK: peak }
  const words = ['import', path, '--dry-run', '--data', join(folder, 'data')]
  const { status, stdout, stderr } = await runProgram(words, { env })
  const [first = ''] = stdout.split('\n')
  return { status, first, stderr, mebibytes: Number(readFileSync(peak, 'utf8')) / 1024 }
}

function list(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content)
  return path
}

/** A file of so many megabytes, every line with a number of its own. */
function large(
  megabytes: number,
  header: string,
  line: (number: string) => string,
): { readonly content: Buffer; readonly rows: number } {
  const rows = Math.floor((megabytes * 1_000_000) / (line('0000000').length + 1))
  const lines = Array.from({ length: rows }, (_, index) => line(String(index).padStart(7, '0')))
  return { content: Buffer.from(`${header}\n${lines.join('\n')}\n`), rows }
}

const followUps = 'row_id,case_code,occurred_on,channel,reached,safe,due_on,risk_flags,author'
const openings = 'row_id,case_code,occurred_on,pathway,gender,is_child'
/** Rows of one case are limited; the last digits spread them over a thousand. */
const caseOf = (number: string) => `S-${number.slice(-3)}`
const opened = `${openings}\n${Array.from({ length: 1000 }, (_, index) => {
  const number = String(index).padStart(3, '0')
  return `CO-${number},S-${number},2020-01-01,shelter,Feminine,no\n`
}).join('')}`

describe('LIN-12 memory stays bounded', () => {
  test('while a file of 60 MB without a fault is read', { timeout: patience }, async () => {
    const { content, rows } = large(
      60,
      followUps,
      (n) =>
        `FU-${n},${caseOf(n)},2021-02-03,home_visit,survivor,yes,2021-02-03,threat_from_trafficker,cw-07`,
    )
    expect(rows).toBeGreaterThan(500_000)
    const outcome = await dryRun(list('good', { 'case_opened.csv': opened, 'follow_up.csv': content }))
    expect(outcome).toMatchObject({
      status: 0,
      first: `${rows + 1000} rows read: ${rows + 1000} would be stored, 0 there already.`,
    })
    expect(outcome.mebibytes).toBeLessThan(most)
  })

  test('while a file of 60 MB with faults in every row is read', { timeout: patience }, async () => {
    const { content, rows } = large(
      60,
      followUps,
      (n) => `FU-${n},S-unknown,2021-02-30,carrier_pigeon,survivor,perhaps,tomorrow,Some Threat,Nila Das`,
    )
    expect(rows).toBeGreaterThan(500_000)
    const outcome = await dryRun(list('faulty', { 'case_opened.csv': opened, 'follow_up.csv': content }))
    // One fault more than seven a row: they are all about one case.
    expect(outcome).toMatchObject({
      status: 1,
      stderr: `The line list has ${7 * rows + 1} faults; nothing was stored. Mend what is listed and import again.\n`,
    })
    expect(outcome.mebibytes).toBeLessThan(most)
  })

  test('while every case of a large file is opened twice', { timeout: patience }, async () => {
    const { content, rows } = large(
      15,
      openings,
      (n) =>
        `CO-${n},S-${n.slice(0, -1)}${Number(n.at(-1)) % 5},2020-01-01,earlier_programme,NonSpecifiedUnknown,unknown`,
    )
    const outcome = await dryRun(list('twice', { 'case_opened.csv': content }))
    const second = Math.floor(rows / 10) * 5 + Math.max(0, (rows % 10) - 5)
    expect(outcome.stderr).toMatch(new RegExp(`^The line list has ${second} faults;`))
    expect(outcome.first).toMatch(/^case_opened\.csv, line 7, column case_code: found S-0000000;/)
    expect(outcome.mebibytes).toBeLessThan(most)
  })

  test('while a workbook of 30 MB is read', { timeout: patience }, async () => {
    const columns = followUps.split(',')
    const rows = Array.from({ length: 75_000 }, (_, index) => {
      const number = String(index).padStart(7, '0')
      return textRow(index + 2, [
        `FU-${number}`,
        caseOf(number),
        '2021-02-03',
        'phone',
        'survivor',
        'yes',
        '',
        '',
        'cw-07',
      ])
    })
    const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${textRow(1, columns)}${rows.join('')}</sheetData></worksheet>`
    const name = 'xl/worksheets/sheet1.xml'
    const workbook = buildWorkbook({
      sheets: [{ name: 'follow_up' }],
      parts: { [name]: undefined },
      entries: [{ name, data: xml, stored: true }],
    })
    expect(workbook.length).toBeGreaterThan(28 * mebibyte)
    const path = join(folder, 'large.xlsx')
    writeFileSync(path, workbook)
    const outcome = await dryRun(path)
    expect(outcome.stderr).toMatch(/^The line list has 75000 faults;/)
    expect(outcome.first).toMatch(/^large\.xlsx, sheet follow_up, line 2, column case_code: found S-000;/)
    expect(outcome.mebibytes).toBeLessThan(most)
  })

  const columns = 'row_id,case_code,occurred_on,reason\n'
  const formula = `<row r="2"><c t="inlineStr"><is><t>X-1</t></is></c><c><f>A1</f><v>7</v></c></row>`
  const zeros = `<worksheet><sheetData><row><c t="str"><v>${'0'.repeat(100 * mebibyte)}`

  test.each<[string, () => string, RegExp]>([
    [
      'a file of 200 MB',
      () => {
        const path = list('huge', { 'follow_up.csv': '' })
        truncateSync(join(path, 'follow_up.csv'), 200 * mebibyte)
        return path
      },
      /^follow_up\.csv: found 200 MiB; accepted: a table of at most 64 MiB$/,
    ],
    [
      'a zip bomb',
      () =>
        join(
          list('bomb', { 'a.xlsx': oneSheet('', { parts: { 'xl/worksheets/sheet1.xml': zeros } }) }),
          'a.xlsx',
        ),
      /^a\.xlsx: found 100\.1 MiB packed into \d+ bytes; accepted: /,
    ],
    [
      'a formula cell',
      () => {
        const data = textRow(1, columns.trim().split(',')) + formula
        return join(
          list('formula', { 'a.xlsx': buildWorkbook({ sheets: [{ name: 'case_closed', data }] }) }),
          'a.xlsx',
        )
      },
      /^a\.xlsx, sheet case_closed, line 2, column case_code: found a formula that gives 7; accepted: the value itself/,
    ],
    [
      'a null byte',
      () => list('null', { 'case_closed.csv': `${columns}X-1,S-\0 1,2021,moved\n` }),
      /^case_closed\.csv, line 2, column case_code: found a null byte \(U\+0000\); accepted: text without null bytes$/,
    ],
    [
      'a wrong encoding',
      () => list('utf-16', { 'case_closed.csv': Buffer.from(`\ufeff${columns}`, 'utf16le') }),
      /^case_closed\.csv, line 1: found UTF-16 text; accepted: UTF-8 text/,
    ],
  ])('and %s is refused at once, by its place', { timeout: patience }, async (_, path, first) => {
    const outcome = await dryRun(path())
    expect(outcome.status).toBe(1)
    expect(outcome.stderr).toMatch(/^The line list has 1 fault; nothing was stored\.[^\n]*\n$/)
    expect(outcome.first).toMatch(first)
    expect(outcome.mebibytes).toBeLessThan(300)
  })
})
