import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Day, findDay } from '@sathi/domain'
import { type Listening, listeningFromEnvironment, readListening } from '../network/index.ts'
import { done, type Outcome, refuse } from '../refusal/index.ts'
import { readSetUp, type SetUpCommand } from './read-set-up.ts'
import { readWhom, type Whom } from './whom.ts'

/** What the command line asks for. Paths are absolute. */
export type Command =
  | { readonly name: 'start'; readonly demo: boolean; readonly listening: Listening }
  | SetUpCommand
  | { readonly name: 'import'; readonly path: string; readonly dryRun: boolean; readonly as: Whom }
  | { readonly name: 'export'; readonly path: string; readonly format: 'csv' | 'xlsx'; readonly as: Whom }
  | {
      readonly name: 'indicators'
      readonly from: Day
      readonly to: Day
      readonly format: 'table' | 'json'
      readonly as: Whom
    }
  | { readonly name: 'check'; readonly at: number | undefined }
  | { readonly name: 'backup'; readonly file: string }
  | { readonly name: 'restore'; readonly file: string }
  | { readonly name: 'help' }

export type Invocation = { readonly command: Command; readonly dataDir: string }

export const usage = `npm run -s sathi -- COMMAND [--data DIR]

  start [--demo] [--port N]              open Sathi in the browser; --demo loads an invented programme
        [--listen ADDRESS[:PORT]]        answer on a network as well; then with a certificate of your own
        [--tls-cert FILE --tls-key FILE] or behind a proxy (deploy/README.md). All but --demo and --port may stand in
        [--behind-proxy PROXY]           the environment: SATHI_LISTEN, SATHI_TLS_CERT, SATHI_TLS_KEY,
        [--address https://NAME]         SATHI_BEHIND_PROXY, SATHI_ADDRESS
  setup --organisation NAME --member NAME --recovery-out FILE
                                         make the organisation and its first member, and write the recovery words to FILE
  import PATH [--dry-run]                take in a line list: a folder of CSV files or one .xlsx workbook
  export PATH [--format csv|xlsx]        write everything out as a line list
  indicators --from D --to D [--format table|json]
                                         the figures of a period, both days (YYYY-MM-DD) included
  check [--at POSITION]                  is everything there, unchanged, and every sheet right? its fingerprint, to be noted
  backup FILE                            write everything into one file, also while people work; takes the place of an
                                         earlier backup of the same records, never of another file
  restore FILE                           fill an empty data folder from a backup

  --as MEMBER  for import, export and indicators: who asks. Needed once there are members; her passphrase is asked for
  --passphrase-file FILE  reads the passphrase from a file that only you may read, or from standard input (-)
  --data DIR  where everything is kept (default ./data)`

const whoseOptions = { as: { type: 'string' }, 'passphrase-file': { type: 'string' } } as const

const optionsOf = {
  start: {
    demo: { type: 'boolean' },
    port: { type: 'string' },
    listen: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'behind-proxy': { type: 'string' },
    address: { type: 'string' },
  },
  setup: {
    organisation: { type: 'string' },
    member: { type: 'string' },
    'recovery-out': { type: 'string' },
    'passphrase-file': { type: 'string' },
  },
  import: { 'dry-run': { type: 'boolean' }, ...whoseOptions },
  export: { format: { type: 'string' }, ...whoseOptions },
  indicators: {
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    ...whoseOptions,
  },
  check: { at: { type: 'string' } },
  backup: {},
  restore: {},
} as const

type CommandName = keyof typeof optionsOf

/** Reads the words after `npm run sathi --`. `workingFolder` is where the person stands: paths are taken from there. */
export function parseCommand(
  words: readonly string[],
  workingFolder: string,
  environment: NodeJS.ProcessEnv = {},
): Outcome<Invocation> {
  const [name, ...rest] = words
  const dataDir = resolve(workingFolder, 'data')
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return done({ command: { name: 'help' }, dataDir })
  }
  if (!Object.hasOwn(optionsOf, name)) return misused(`There is no command ${JSON.stringify(name)}.`)
  const options = readOptions(name as CommandName, rest)
  if (!options.ok) return options
  const { values, positionals } = options.value
  if (values.help === true) return done({ command: { name: 'help' }, dataDir })
  const command = readCommand(name as CommandName, values, positionals, { workingFolder, environment })
  if (!command.ok) return command
  const data = values.data
  if (data === '') return misused('--data needs a folder.')
  return done({
    command: command.value,
    dataDir: typeof data === 'string' ? resolve(workingFolder, data) : dataDir,
  })
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function readOptions(
  name: CommandName,
  args: readonly string[],
): Outcome<{ values: Values; positionals: readonly string[] }> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { data: { type: 'string' }, help: { type: 'boolean' }, ...optionsOf[name] },
    })
    return done({ values: values as Values, positionals })
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split(/[.\n]/) : []
    return misused(`${name}: ${reason || 'unreadable options'}.`)
  }
}

function readCommand(
  name: CommandName,
  values: Values,
  positionals: readonly string[],
  { workingFolder, environment }: { workingFolder: string; environment: NodeJS.ProcessEnv },
): Outcome<Command> {
  const wanted = name === 'import' || name === 'export' || name === 'backup' || name === 'restore' ? 1 : 0
  if (positionals.length !== wanted || positionals[0] === '') {
    return misused(wanted === 1 ? `${name} needs one path.` : `${name} takes no path.`)
  }
  if (name !== 'setup' && values['passphrase-file'] !== undefined && values.as === undefined) {
    return misused('--passphrase-file needs --as MEMBER.')
  }
  const path = resolve(workingFolder, positionals[0] ?? '')
  switch (name) {
    case 'start': {
      const words = { ...listeningFromEnvironment(environment), ...listeningWords(values) }
      const listening = readListening(words, workingFolder)
      if (!listening.ok) return listening
      return done({ name, demo: values.demo === true, listening: listening.value })
    }
    case 'setup':
      return readSetUp(values, workingFolder)
    case 'import':
      return done({ name, path, dryRun: values['dry-run'] === true, as: readWhom(values, workingFolder) })
    case 'export': {
      const format = values.format ?? (path.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv')
      if (format !== 'csv' && format !== 'xlsx') return misused('--format is csv or xlsx.')
      return done({ name, path, format, as: readWhom(values, workingFolder) })
    }
    case 'indicators':
      return readIndicators(values, workingFolder)
    case 'check': {
      const at = values.at === undefined ? undefined : findPosition(String(values.at))
      if (values.at !== undefined && at === undefined)
        return misused('--at needs a position: a number from 1.')
      return done({ name, at })
    }
    case 'backup':
    case 'restore':
      return done({ name, file: path })
  }
}

function readIndicators(values: Values, workingFolder: string): Outcome<Command> {
  const from = findDay(String(values.from ?? ''))
  const to = findDay(String(values.to ?? ''))
  if (from === undefined || to === undefined) {
    return misused('indicators needs --from and --to, each a day as YYYY-MM-DD.')
  }
  if (from > to) return misused('--from is after --to.')
  const format = values.format ?? 'table'
  if (format !== 'table' && format !== 'json') return misused('--format is table or json.')
  return done({ name: 'indicators', from, to, format, as: readWhom(values, workingFolder) })
}

function findPosition(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

function listeningWords(values: Values): Record<string, string> {
  const words = {
    port: values.port,
    listen: values.listen,
    tlsCert: values['tls-cert'],
    tlsKey: values['tls-key'],
    behindProxy: values['behind-proxy'],
    address: values.address,
  }
  return Object.fromEntries(
    Object.entries(words).filter((word): word is [string, string] => typeof word[1] === 'string'),
  )
}

function misused(message: string): {
  readonly ok: false
  readonly refusal: { kind: string; message: string; remedy: string }
} {
  return refuse('misused', message, 'See: npm run -s sathi -- help')
}
