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

/** Folders that are not the programme's work but what carries it, package by package, each with its reason. */
const mechanisms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  domain: {
    journal: 'the mechanism: entry, kind, amendment, fold',
    answers: 'the codes and answers that several rooms share',
    places: 'countries, districts and currencies of the world outside',
    catalogue: 'all kinds of all rooms in one list',
  },
  reporting: {
    statistics: 'intervals and tests, which know no capability',
    disclosure: 'what may be shown of small groups',
    figures: 'the shape of a figure: two numbers, a sentence and what was counted',
  },
  server: {
    database: 'connection, transaction, migrations',
    postgres: 'the supervisor of the embedded PostgreSQL',
    http: 'routes, health, documentation of the interface',
    'command-line': 'npm run sathi',
  },
  web: {
    device: 'local store, outbox, service worker, lock',
    ui: 'buttons, fields, layout',
    language: 'English, Bengali and Hindi',
  },
}

/** Every folder directly under packages/<name>/src that is neither a room of domain nor a mechanism listed here. */
export function checkRooms(root: string): string[] {
  const rooms = new Set(foldersIn(join(root, 'packages/domain/src')))
  return foldersIn(join(root, 'packages')).flatMap((name) =>
    foldersIn(join(root, 'packages', name, 'src'))
      .filter((folder) => !isMechanism(name, folder) && !isRoom(folder, rooms))
      .map(
        (folder) =>
          `packages/${name}/src/${folder} is no room: name it as domain/src does, or list it with its reason in tools/check-rooms.ts.`,
      ),
  )
}

const isMechanism = (name: string, folder: string) => Object.hasOwn(mechanisms[name] ?? {}, folder)

function isRoom(folder: string, rooms: ReadonlySet<string>): boolean {
  return rooms.has(folder) && capabilities.some((capability) => capability === folder)
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
