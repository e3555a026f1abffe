import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differences } from '../../../reporting/src/testing/oracle/differences.ts'
import {
  type Ended,
  makeFolder,
  runProgram,
  type Server,
  startProgram,
  startServer,
} from './testing/run-program.ts'

const demo = join(import.meta.dirname, '../../../../demo/programme-2020-21')
const wholePeriod = ['--from', '2020-07-01', '--to', '2021-12-31']
const { folder, remove } = makeFolder()
const dataDir = join(folder, 'data')
let server: Server

beforeAll(async () => {
  // It keeps the database running, so that the commands need not start it one by one.
  server = await startServer(dataDir)
})

afterAll(async () => {
  await server?.stop()
  remove()
})

const run = (...words: readonly string[]): Promise<Ended> => runProgram([...words, '--data', dataDir])

/** A list of one follow-up with a fault, and of one that no case was opened for. */
function faultyList(): string {
  const list = join(folder, 'faulty')
  mkdirSync(list, { recursive: true })
  const rows = 'FU-1,S-0001,2021-02-30,phone,survivor\nFU-2,S-9999,2021-02-01,phone,survivor\n'
  writeFileSync(join(list, 'follow_up.csv'), `row_id,case_code,occurred_on,channel,reached\n${rows}`)
  return list
}

describe('before anything is stored', () => {
  test.each([
    ['indicators', ...wholePeriod],
    ['export', join(folder, 'nothing')],
  ])('%s says that there is nothing, in one line', async (...words) => {
    const { status, stdout, stderr } = await run(...words)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^[^\n]*holds no records[^\n]*\n$/)
    expect(existsSync(join(folder, 'nothing'))).toBe(false)
  })

  test('a dry run of a good list says what would be stored, and stores nothing', async () => {
    expect(await run('import', demo, '--dry-run')).toMatchObject({
      status: 0,
      stdout: '34439 rows read: 34439 would be stored, 0 there already.\n',
      stderr: '',
    })
    expect((await run('export', join(folder, 'nothing'))).status).toBe(1)
  })

  test('a faulty list is refused with every fault on a line of its own and the reason in one', async () => {
    expect(await run('import', faultyList())).toMatchObject({
      status: 1,
      stdout: [
        'follow_up.csv, line 2, column occurred_on: found 2021-02-30; accepted: a date as YYYY-MM-DD, YYYY-MM or YYYY, in the years 1900 to 2199',
        'follow_up.csv, line 2, column case_code: found S-0001; accepted: the code of a case that case_opened opens, in this list or before',
        'follow_up.csv, line 3, column case_code: found S-9999; accepted: the code of a case that case_opened opens, in this list or before',
        '',
      ].join('\n'),
      stderr: 'The line list has 3 faults; nothing was stored. Mend what is listed and import again.\n',
    })
    expect((await run('export', join(folder, 'nothing'))).status).toBe(1)
  })
})

describe('the demonstration programme on the command line', () => {
  beforeAll(async () => {
    const { status, stdout, stderr } = await run('import', demo)
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '34439 rows read: 34439 stored, 0 there already.\n',
      stderr: '',
    })
  })

  test('goes in once', async () => {
    expect((await run('import', demo)).stdout).toBe('34439 rows read: 0 stored, 34439 there already.\n')
  })

  test('gives the published figures as JSON and nothing else', async () => {
    const { status, stdout, stderr } = await run('indicators', ...wholePeriod, '--format', 'json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const expected = JSON.parse(readFileSync(join(demo, 'expected.json'), 'utf8'))
    expect(differences(expected, JSON.parse(stdout))).toEqual([])
  })

  test('gives the figures as a table', async () => {
    const { status, stdout, stderr } = await run('indicators', ...wholePeriod)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^2020-07-01 to 2021-12-31/)
    expect(stdout).toMatch(/^A1 +Intensively supported +146$/m)
    expect(stdout).not.toMatch(/undefined|NaN|null|object/)
  })

  test('goes out again, to where nothing is yet', async () => {
    const list = join(folder, 'list')
    mkdirSync(list)
    for (const path of [list, join(folder, 'out', '2021', 'list.xlsx')]) {
      expect(await run('export', path)).toMatchObject({
        status: 0,
        stdout: '34439 rows of 53 kinds written.\n',
        stderr: '',
      })
      const again = await run('export', path)
      expect({ status: again.status, stdout: again.stdout }).toEqual({ status: 1, stdout: '' })
      expect(again.stderr).toMatch(/^There is something at that path already\.[^\n]*\n$/)
    }
    expect(readdirSync(list)).toHaveLength(53)
    expect(readdirSync(join(folder, 'out', '2021'))).toEqual(['list.xlsx'])
  })

  test('is whole', async () => {
    expect(await run('check')).toMatchObject({ status: 0, stderr: '' })
  })

  test('is found by a path from where the person stands, wherever the program runs', async () => {
    const cwd = join(folder, 'list')
    const words = ['import', relative(folder, faultyList()), '--data', 'data']
    const { status, stdout } = await runProgram(words, { cwd, env: { INIT_CWD: folder } })
    expect({ status, line: stdout.split('\n')[0] }).toEqual({
      status: 1,
      line: expect.stringMatching(/^follow_up\.csv, line 2, column occurred_on/),
    })
    expect(existsSync(join(cwd, 'data'))).toBe(false)
  })

  test('a reader who leaves early is no fault', async () => {
    const { child, ended } = startProgram(['indicators', ...wholePeriod, '--data', dataDir])
    child.stdout?.destroy()
    expect(await ended).toMatchObject({ status: 0, stderr: '' })
  })
})

describe("a user's mistake ends with status 1 and one line that says what to do", () => {
  const there = join(import.meta.dirname, 'commands.test.ts')
  const nowhere = join(folder, 'no', 'such')
  const mistakes: readonly (readonly [string, RegExp, readonly string[]])[] = [
    ['an unknown option', /'--dryrun'/, ['import', demo, '--dryrun']],
    ['a list that is not there', /1 fault/, ['import', nowhere, '--data', dataDir]],
    ['a list that is no list', /1 fault/, ['import', there, '--data', dataDir]],
    ['a data folder that is not there', /no data folder/, ['check', '--data', nowhere]],
    ['a data folder that is a file', /is not a folder/, ['import', demo, '--data', there]],
    ['an export into a file', /part of the path is a file/, ['export', join(there, 'a'), '--data', dataDir]],
    ['an export to nowhere', /cannot be written/, ['export', '/proc/nowhere/list', '--data', dataDir]],
  ]

  test.each(mistakes)('%s', async (_, reason, words) => {
    const { status, stdout, stderr } = await runProgram(words)
    expect(status).toBe(1)
    expect(stderr).toMatch(reason)
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stdout + stderr).not.toMatch(/\n {4}at |node:internal|file:\/\//)
    expect(existsSync(nowhere)).toBe(false)
  })
})

test('help names every command, with status 0', async () => {
  const { status, stdout, stderr } = await runProgram(['help'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const command of ['start', 'import', 'export', 'indicators', 'check', 'backup', 'restore']) {
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
  }
})
