import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { kinds } from '@sathi/domain'
import { afterAll, describe, expect, test } from 'vitest'
import { buildWorkbook, textRow } from '../tables/testing/build-workbook.ts'
import { makeFolder, runProgram, startServer } from './testing/run-program.ts'

const { folder, remove } = makeFolder()
const dataDir = join(folder, 'data')
const temporary = join(folder, 'tmp')
const lists = join(folder, 'lists')
mkdirSync(temporary)
mkdirSync(lists)
afterAll(remove)

/** Words that stand in no other place on this computer, as a name, a number of a document and a phone. */
const name = 'KAJOLI-QXZV'
const note = 'MEETS-HER-AUNT-QXZV'
const document = '19942694812000731'
const phone = '8801799887766554'
const secrets = [name, note, document, phone]

const run = (...words: readonly string[]) =>
  runProgram([...words, '--data', dataDir], { env: { TMPDIR: temporary } })

/** The files under a folder that hold the text, in any of the ways in which programs write it. */
function filesHolding(text: string, place: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const path = join(place, file)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return forms.some((form) => bytes.includes(form))
  })
}

function expectNoTrace(said: string): void {
  for (const secret of secrets) {
    expect(said).not.toContain(secret)
    expect(filesHolding(secret, dataDir)).toEqual([])
    expect(filesHolding(secret, temporary)).toEqual([])
  }
}

function csvList(label: string, files: Readonly<Record<string, string>>): string {
  const path = join(lists, label)
  mkdirSync(path)
  for (const [kind, text] of Object.entries(files)) writeFileSync(join(path, `${kind}.csv`), text)
  return path
}

const openings = 'row_id,case_code,occurred_on,pathway,gender,is_child'
const sealedFiles = {
  case_opened: `${openings},name_formal,phone\nCO-1,S-1,2021-01-01,shelter,Feminine,no,${name},${phone}\n`,
  // Other faults in the same rows, in cells before and after.
  follow_up: `row_id,narrative,case_code,occurred_on,channel,reached\nFU-1,${note},S-9,2021-02-30,pigeon,\n,"${note}, ${name}",S-1,2021-02-01,phone,survivor\n`,
  document_registered: `row_id,case_code,occurred_on,document_type,number,holder\nD-1,S-1,2021-02-01,passport,${document},${name}\nD-2,S-1,2021-02-01,RD01,${document}\n`,
}

function workbook(label: string): string {
  const number = (value: string) => `<c><v>${value}</v></c>`
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const formula = (value: string) => `<c t="str"><f>A1</f><v>${value}</v></c>`
  const first = ['D-1', 'S-1', '2021-02-01', 'RD01'].map(text).join('')
  const path = join(lists, label)
  const columns = ['row_id', 'case_code', 'occurred_on', 'document_type', 'number', 'holder', 'Phone']
  const rows = [
    `${first}${number(document)}${formula(name)}${number(phone)}`,
    // A style that the workbook does not have, and an error: faults of their own.
    `${first.replace('D-1', 'D-2')}<c s="9"><v>${phone}</v></c><c t="e"><v>${name}</v></c>`,
  ]
  const data =
    textRow(1, columns) + rows.map((cells, index) => `<row r="${index + 2}">${cells}</row>`).join('')
  writeFileSync(path, buildWorkbook({ sheets: [{ name: 'document_registered', data }], formats: [0] }))
  return path
}

describe('LIN-9 what stands in a sealed column', () => {
  test('would be found by the search of this test, had it been taken in', async () => {
    const open = 'FOUND-IT-QXZV'
    const list = csvList('open', {
      agency_registered: `row_id,occurred_on,agency_code,name,type,country\nA-1,2021-01-01,a-1,${open},NGO,BD\n`,
    })
    expect((await run('import', list)).status).toBe(0)
    expect(filesHolding(open, dataDir).length).toBeGreaterThan(0)
    expect(filesHolding(open, lists)).toEqual(['open/agency_registered.csv'])
  })

  test.each([[['--dry-run']], [[]]])('leaves no trace when CSV files are imported %j', async (words) => {
    const label = `csv${words.join('')}`
    const { status, stdout, stderr } = await run('import', csvList(label, sealedFiles), ...words)
    expect(status).toBe(1)
    for (const column of ['name_formal', 'phone', 'narrative', 'number', 'holder']) {
      expect(stdout).toContain(
        `line 1, column ${column}: found the sealed column ${column}; accepted: open columns only`,
      )
    }
    for (const fault of ['found 2021-02-30', 'found pigeon', 'found passport', 'found cells: 5']) {
      expect(stdout).toContain(fault)
    }
    expectNoTrace(stdout + stderr)
  })

  test('leaves no trace when a workbook is imported, though its cells are faulty too', async () => {
    const { status, stdout, stderr } = await run('import', workbook('list.xlsx'))
    expect(status).toBe(1)
    for (const [line, column] of [
      [2, 'number'],
      [2, 'holder'],
      [2, 'Phone'],
      [3, 'number'],
      [3, 'holder'],
    ]) {
      expect(stdout).toContain(`line ${line}, column ${column}: found a cell that is not shown;`)
    }
    expectNoTrace(stdout + stderr)
  })

  test('leaves no trace when files are sent by the browser', async () => {
    const server = await startServer(dataDir)
    const form = new FormData()
    for (const [kind, text] of Object.entries(sealedFiles))
      form.append('files', new Blob([text]), `${kind}.csv`)
    const sent = await fetch(`${server.address}/api/imports`, { method: 'POST', body: form })
    const { id } = (await sent.json()) as { id: string }
    let status = ''
    for (let attempt = 0; attempt < 200 && !status.includes('"refused"'); attempt++) {
      await pause(50)
      status = await (await fetch(`${server.address}/api/imports/${id}`)).text()
    }
    expect(status).toContain('"sealed-column"')
    const { stdout, stderr } = await server.stop()
    expectNoTrace(status + stdout + stderr)
  })

  test('is refused in every column of every kind that the dictionary seals', async () => {
    const files = Object.fromEntries(
      Object.values(kinds).flatMap((kind) => {
        const columns = Object.entries(kind.sealed).flatMap(([field, { columns: own }]) => [field, ...own])
        const distinct = [...new Set(columns)]
        return distinct.length === 0
          ? []
          : [[kind.name, `${distinct.join(',')}\n${distinct.map(() => name).join(',')}\n`]]
      }),
    )
    expect(Object.keys(files).length).toBeGreaterThan(25)
    const { stdout, stderr } = await run('import', csvList('every', files))
    for (const [kind, text] of Object.entries(files)) {
      for (const column of text.split('\n')[0]?.split(',') ?? []) {
        expect(stdout).toContain(`${kind}.csv, line 1, column ${column}: found the sealed column ${column};`)
      }
    }
    expectNoTrace(stdout + stderr)
  })
})
