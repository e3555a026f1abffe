import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The rooms: what a survivor-recovery programme does, in its own words, and the same word in every package. Each of
 * them is a folder of domain/src as soon as it holds anything.
 */
const capabilities = [
  'cases',
  'consent',
  'repatriation',
  'aftercare',
  'assessments',
  'counselling',
  'health',
  'livelihoods',
  'mentoring',
  'relief',
  'community',
  'training',
  'identification',
  'agencies',
  'changes',
  'evaluation',
  'evidence',
  'programme',
  'staff',
] as const

/** Folders that are not the programme's work but what carries it, package by package, each with what it holds. */
const mechanisms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  domain: {
    journal: 'entry, kind, amendment, fold',
    answers: 'the codes and answers that several rooms share',
    places: 'countries, districts and currencies of the world outside',
    catalogue: 'all kinds of all rooms in one list',
  },
  reporting: {
    statistics: 'intervals and tests, which know no capability',
    disclosure: 'what may be shown of small groups',
    figures: 'a figure: two numbers, a sentence and what was counted',
    counting: 'how sheets are gone through and counted',
    report: 'all indicators of all rooms in one report',
  },
  contract: {
    route: 'what a route is: what is asked, what is answered',
    refusal: 'every way of saying no, without schemas',
    programme: 'the organisation, its periods and reports, of which nothing is journaled',
    'sign-in': 'set-up, joining, signing in, and what a member does about her own keys and sessions',
    sync: 'what a device and the office say to each other, and the quarantine',
  },
  sealing: {
    primitives: 'the few published primitives, each in the one form used here',
    members: 'passphrase, member keys, cards and invitations',
    compartments: 'keys of compartments, wrapped, versioned and forgotten; the index key',
    entries: 'the sealed parts and the signature of an entry',
    attachments: 'files in sealed chunks',
    recovery: "the organisation's recovery key in words and shares",
    vault: 'the slots and records of a device',
  },
  sync: {
    measures: 'sizes, versions and instants, without schemas',
    messages: 'what device and office say to each other',
    office: 'how the office answers',
    device: 'how a device goes round',
  },
  server: {
    postgres: 'the supervisor of the embedded PostgreSQL',
    database: 'connection, transaction, migrations',
    tables: 'CSV and workbook files, read and written as rows',
    'line-list': 'the line list in and out',
    backup: 'all of it into one file and back',
    unfinished: 'what is being written beside its place, and what a killed program left of it',
    http: 'the parts put together into one server; health, logs, errors',
    network: 'where the server listens, its certificate, and whose word it takes',
    contract: 'the routes of packages/contract, served and documented',
    refusal: 'a refusal of the server as a value',
    deployment: 'a data folder, open: its PostgreSQL and the store in it',
    facts: 'the coded entries behind a figure, as a screen shows them',
    documents: 'the report as PDF and workbook',
    programme: 'the organisation, its periods and reports, of which nothing is journaled',
    sync: "the office's end of sync: its store in PostgreSQL, routes, quarantine",
    sealer: 'sealing and opening on this computer, for a member who gives her passphrase to a command',
    audit: 'who did what with people, keys and records, in a chain of its own',
    'sign-in': 'set-up, joining, sign-in, sessions, second factors, recovery; the guard before routes',
    'command-line': 'npm run sathi',
  },
  web: {
    app: 'the frame around the screens: addresses, start, errors',
    api: 'asking the server',
    device: 'local store, outbox, service worker, lock',
    ui: 'buttons, fields, layout',
    language: 'English, Bengali and Hindi',
    programme: 'the organisation, its periods and reports, of which nothing is journaled',
  },
}

/** Builders and set-up for tests stand beside the rooms; no room may be called so. */
const forTests = 'testing'

/**
 * Every folder directly under packages/<name>/src that is neither a room of domain nor listed here. In domain itself
 * a room is one of the capabilities or a mechanism.
 */
export function checkRooms(root: string): string[] {
  const inDomain = new Set(foldersIn(join(root, 'packages/domain/src')))
  const known = [...capabilities, ...Object.keys(mechanisms.domain ?? {})]
  const rooms = new Set([...known.filter((room) => inDomain.has(room)), forTests])
  return foldersIn(join(root, 'packages')).flatMap((name) =>
    foldersIn(join(root, 'packages', name, 'src'))
      .filter((folder) => !rooms.has(folder) && !Object.hasOwn(mechanisms[name] ?? {}, folder))
      .map(
        (folder) =>
          `packages/${name}/src/${folder} is no room: name it as domain/src does, or list it with what it holds in tools/check-rooms.ts.`,
      ),
  )
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
