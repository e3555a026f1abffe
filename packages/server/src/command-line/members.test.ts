import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { everySealedColumn, marker, phonesIn } from '../sealer/testing/sealed-list.ts'
import { makeFolder, runProgram } from './testing/run-program.ts'

const { folder, remove } = makeFolder()
const dataDir = join(folder, 'data')
const temporary = join(folder, 'tmp')
const words = join(folder, 'recovery.txt')
const passphrase = 'seven brown kites over the river'
mkdirSync(temporary)
afterAll(remove)

const run = (...said: readonly string[]) =>
  runProgram([...said, '--data', dataDir], { env: { TMPDIR: temporary } })
const runWith = (input: string, ...said: readonly string[]) =>
  runProgram([...said, '--data', dataDir], { env: { TMPDIR: temporary }, input })

function writePrivate(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, 0o600)
  return path
}
const right = writePrivate('passphrase', `${passphrase}\n`)
const wrong = writePrivate('wrong', 'seven brown kites under the river\n')
const asAmina = ['--as', 'amina-rahman', '--passphrase-file', right]

/** The files under a folder that hold one of the texts, in any of the ways in which programs write it. */
function filesHolding(texts: readonly string[], place: string): string[] {
  const forms = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const path = join(place, file)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return forms.some((form) => bytes.includes(form))
  })
}

const list = everySealedColumn()
const lists = join(folder, 'list')
mkdirSync(lists)
for (const [kind, text] of Object.entries(list)) writeFileSync(join(lists, `${kind}.csv`), text)

const setup = ['setup', '--organisation', 'Invented House', '--member', 'Amina Rahman']

test('SLR-5 a passphrase that others may read, that is short or that nobody gives sets nothing up, and is not repeated', async () => {
  const open = writePrivate('open', `${passphrase}\n`)
  chmodSync(open, 0o644)
  const short = writePrivate('short', 'abc QXZV\n')
  for (const [ways, said] of [
    [['--passphrase-file', open], 'Others may read the file'],
    [['--passphrase-file', short], 'at least 12 characters'],
    [['--passphrase-file', join(folder, 'nowhere')], 'cannot be read'],
    [[], 'no terminal'],
  ] as const) {
    const { status, stdout, stderr } = await run(...setup, '--recovery-out', words, ...ways)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/kites|QXZV/)
  }
  expect(existsSync(words)).toBe(false)
})

test('SLR-4 the recovery words come into a new file of her own outside the data folder, and an organisation is set up once', async () => {
  const inside = await run(...setup, '--recovery-out', join(dataDir, 'words'), '--passphrase-file', right)
  expect([inside.status, inside.stderr]).toMatchObject([
    1,
    expect.stringContaining('must not lie in the data folder'),
  ])
  const taken = await run(...setup, '--recovery-out', right, '--passphrase-file', right)
  expect([taken.status, taken.stderr]).toMatchObject([1, expect.stringContaining('something at the place')])
  expect(readFileSync(right, 'utf8')).toBe(`${passphrase}\n`)

  const done = await runWith(`${passphrase}\n`, ...setup, '--recovery-out', words, '--passphrase-file', '-')
  expect(done).toMatchObject({ status: 0, stderr: '' })
  expect(done.stdout).toContain('--as amina-rahman')
  expect(done.stdout).toContain(words)
  expect((statSync(words).mode & 0o777).toString(8)).toBe('600')
  const [, ...written] = readFileSync(words, 'utf8').match(/\d+ [a-z]+/g) ?? []
  expect(written).toHaveLength(23)
  for (const word of written) expect(done.stdout).not.toContain(word)

  const other = join(folder, 'other.txt')
  const again = await run(...setup, '--recovery-out', other, '--passphrase-file', right)
  expect([again.status, again.stderr]).toMatchObject([1, expect.stringContaining('set up already')])
  expect(existsSync(other)).toBe(false)
})

test('SLR-1 once there are members each command needs one, and a wrong passphrase does nothing', async () => {
  for (const command of [
    ['import', lists],
    ['export', join(folder, 'out')],
    ['indicators', '--from', '2020-01-01', '--to', '2020-12-31'],
  ]) {
    const nobody = await run(...command)
    expect([nobody.status, nobody.stderr]).toMatchObject([1, expect.stringContaining('--as MEMBER')])
    const unknown = await run(...command, '--as', 'nobody', '--passphrase-file', right)
    const guessed = await run(...command, '--as', 'amina-rahman', '--passphrase-file', wrong)
    expect([guessed.status, guessed.stdout]).toEqual([1, ''])
    expect(guessed.stderr).toContain('Member and passphrase do not fit together.')
    expect(unknown).toMatchObject({ status: 1, stderr: guessed.stderr })
  }
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test('LIN-13 what a member imports stands in clear nowhere in the data folder, the temporary folder, or what is said', async () => {
  const said: string[] = []
  const imported = await run('import', lists, ...asAmina)
  expect(imported).toMatchObject({ status: 0, stderr: '' })
  said.push(imported.stdout)
  const again = await run('import', lists, '--as', 'Amina Rahman', '--passphrase-file', right)
  expect(again.stdout).toMatch(/^\d+ rows read: 0 stored/)
  const changed = join(folder, 'changed')
  mkdirSync(changed)
  writeFileSync(join(changed, 'case_opened.csv'), list.case_opened?.replaceAll(marker, `${marker}-2`) ?? '')
  const refused = await run('import', changed, ...asAmina)
  expect(refused.status).toBe(1)
  expect(refused.stdout).toContain('imported before with another name_formal, name_call')
  said.push(again.stdout, again.stderr, refused.stdout, refused.stderr)

  const out = join(folder, 'exported')
  const exported = await run('export', out, ...asAmina)
  expect(exported).toMatchObject({ status: 0, stderr: '' })
  said.push(exported.stdout)
  const figures = await run('indicators', '--from', '2020-01-01', '--to', '2020-12-31', ...asAmina)
  expect(figures).toMatchObject({ status: 0, stderr: '' })
  // The search finds what is there: in the export, and open words in the data folder.
  expect(filesHolding([marker], out).length).toBeGreaterThan(25)
  expect(filesHolding(['earlier_programme'], dataDir).length).toBeGreaterThan(0)
  const secrets = [marker, 'রহিমা', ...phonesIn(list)]
  expect(phonesIn(list).length).toBeGreaterThan(0)
  expect(filesHolding([...secrets, passphrase], dataDir)).toEqual([])
  expect(filesHolding([...secrets, passphrase], temporary)).toEqual([])
  for (const text of said) for (const secret of secrets) expect(text).not.toContain(secret)
})

test('AUD-3 the check goes through the audit journal as through the journal', async () => {
  const { status, stdout } = await run('check')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^[1-9]\d* acts of the audit journal checked\.$/m)
  expect(stdout).toContain('All is well')
})
