import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWorkbook, oneSheet, textRow } from './testing/build-workbook.ts'

const MiB = 1024 * 1024
const MOST_MEBIBYTES = 400
const program = join(import.meta.dirname, 'testing', 'read-list.ts')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

type Outcome = { rows: number; codes: string[]; seconds: number; peakMebibytes: number }

/** Reads the list in a process of its own, which may read files and may write none. */
function measure(way: 'path' | 'upload', path: string): Outcome {
  const permissions = ['--permission', '--allow-fs-read=*', '--disable-warning=ExperimentalWarning']
  return JSON.parse(
    execFileSync(process.execPath, [...permissions, program, way, path], { encoding: 'utf8' }),
  )
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('TBL-4 memory stays bounded, and nothing is written to disk', () => {
  it('while a CSV file of 60 MB is read whole', () => {
    const row =
      'F-000001,RB-0001,2021-03-05,visit,সাথী ভালো আছে,"a note, of some length, as people write them"\n'
    const rows = Math.floor((60 * MiB) / Buffer.byteLength(row))
    const outcome = measure('path', write('follow_up.csv', `a,b,c,d,e,f\n${row.repeat(rows)}`))
    expect(outcome).toMatchObject({ rows, codes: [] })
    expect(outcome.peakMebibytes).toBeLessThan(MOST_MEBIBYTES)
  })

  it('when a file of 200 MB is refused, in a folder and under way', () => {
    mkdirSync(join(folder, 'large'))
    const path = write('large/follow_up.csv', '')
    truncateSync(path, 200 * MiB)
    for (const outcome of [
      measure('path', join(folder, 'large')),
      measure('path', path),
      measure('upload', String(200 * MiB)),
    ]) {
      expect(outcome.codes).toEqual(['too-large'])
      expect(outcome.seconds).toBeLessThan(5)
      expect(outcome.peakMebibytes).toBeLessThan(MOST_MEBIBYTES)
    }
  })

  it('when a zip bomb is refused, whether its directory owns up or lies', () => {
    const zeros = `<worksheet><sheetData><row><c t="str"><v>${'0'.repeat(200 * MiB)}`
    const name = 'xl/worksheets/sheet1.xml'
    const bombs = [
      write('honest.xlsx', oneSheet('', { parts: { [name]: zeros } })),
      write(
        'lying.xlsx',
        oneSheet('', {
          parts: { [name]: undefined },
          entries: [{ name, data: zeros, declaredBytes: 900_000 }],
        }),
      ),
    ]
    for (const bomb of bombs) {
      const outcome = measure('path', bomb)
      expect(outcome.codes).toEqual(['zip-bomb'])
      expect(outcome.seconds).toBeLessThan(5)
      expect(outcome.peakMebibytes).toBeLessThan(MOST_MEBIBYTES)
    }
  })

  it('while a workbook of many texts and many rows is read whole', () => {
    const texts = 150_000
    const strings = Array.from(
      { length: texts },
      (_, index) => `<si><t>text ${(index * 2_654_435_761) % 4_294_967_296} and more of it</t></si>`,
    )
    const rows = Array.from(
      { length: texts },
      (_, index) => `<row r="${index + 2}"><c t="s"><v>${index}</v></c><c><v>${index}</v></c></row>`,
    )
    const sheets = [{ name: 'visit', data: textRow(1, ['a', 'b']) + rows.join('') }]
    const outcome = measure('path', write('large.xlsx', buildWorkbook({ sheets, strings: strings.join('') })))
    expect(outcome).toMatchObject({ rows: texts, codes: [] })
    expect(outcome.peakMebibytes).toBeLessThan(MOST_MEBIBYTES)
  })
})
