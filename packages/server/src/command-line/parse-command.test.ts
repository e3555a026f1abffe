import { expect, test } from 'vitest'
import { parseCommand } from './parse-command.ts'

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean), '/home/nila')

test('a command is read with its paths taken from where the person stands', () => {
  expect(parse('import list.xlsx --dry-run --data ../store')).toEqual({
    ok: true,
    value: {
      command: { name: 'import', path: '/home/nila/list.xlsx', dryRun: true },
      dataDir: '/home/store',
    },
  })
  const as = { member: 'amina', passphrase: { file: '/home/nila/pass' } }
  expect(parse('import a --as amina --passphrase-file pass')).toMatchObject({ value: { command: { as } } })
  expect(parse('export a --as amina')).toMatchObject({
    value: { command: { as: { passphrase: 'asked' } } },
  })
  expect(parse('setup --organisation House --member Zoë --recovery-out w --passphrase-file -')).toMatchObject(
    {
      value: {
        command: {
          code: 'zoe',
          displayName: 'Zoë',
          recoveryOut: '/home/nila/w',
          passphrase: 'standard-input',
        },
      },
    },
  )
  expect(parse('setup --organisation House --member রহিমা --recovery-out w')).toMatchObject({
    value: { command: { code: 'member-1', displayName: 'রহিমা' } },
  })
  expect(parse('start')).toMatchObject({
    ok: true,
    value: { dataDir: '/home/nila/data', command: { demo: false } },
  })
  expect(parse('export out.xlsx')).toMatchObject({ ok: true, value: { command: { format: 'xlsx' } } })
  expect(parse('check --at 34439')).toMatchObject({ ok: true, value: { command: { at: 34_439 } } })
  expect(parse('indicators --from 2020-07-01 --to 2021-12-31 --format json')).toMatchObject({
    ok: true,
    value: { command: { from: '2020-07-01', to: '2021-12-31', format: 'json' } },
  })
})

test.each([
  'improt x',
  'import',
  'import a b',
  'import a --dryrun',
  'import a --passphrase-file pass',
  'setup --organisation House --member Amina',
  'setup --member Amina --recovery-out w',
  'check --as amina',
  'export a --format pdf',
  'indicators',
  'indicators --from 2020-07 --to 2021-12-31',
  'indicators --from 2021-12-31 --to 2020-07-01',
  'indicators --from 2020-02-30 --to 2021-12-31',
  'start --port 70000',
  'start --port x',
  'check now',
  'check --at 0',
  'check --at x',
  'backup',
])('%j is refused in one line that says what to do', (line) => {
  const outcome = parse(line)
  expect(outcome.ok).toBe(false)
  if (!outcome.ok) expect(`${outcome.refusal.message} ${outcome.refusal.remedy}`).not.toContain('\n')
})
