import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runChild } from './boot/run-child.mjs'
import { Hindrance, say } from './boot/say.mjs'
import { withLock } from './boot/with-lock.mjs'

const repository = dirname(import.meta.dirname)

/** What the web app is built from. Tests and documents are not part of it. */
const sources = [
  'packages/web/**/*',
  'packages/{domain,reporting,contract,sync,sealing}/{src/**/*,package.json}',
]
const settings = ['package-lock.json', 'tsconfig.base.json']
const isNoSource = /(^|\/)(node_modules|dist|testing)(\/|$)|\.test\.tsx?$|\.md$|\/builders\.ts$/

/**
 * Builds the web app when anything it is made of has changed since it was last built.
 * @returns the folder that holds it, ready to be served
 * @throws Hindrance when it cannot be built
 */
export async function ensureWebApp(root = repository): Promise<string> {
  const built = join(root, 'packages', 'web', 'dist')
  if (isUpToDate(root, built)) return built
  return withLock(join(root, '.sathi', 'web-app.lock'), 'building the web app', async () => {
    if (!isUpToDate(root, built)) await build(root, built)
    return built
  })
}

const markOf = (built: string) => join(built, '.built-from')

function isUpToDate(root: string, built: string): boolean {
  return existsSync(markOf(built)) && readFileSync(markOf(built), 'utf8') === fingerprintOf(root)
}

function fingerprintOf(root: string): string {
  const hash = createHash('sha256')
  const found = globSync(sources, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => isNoSource.test(`/${entry.name}`),
  })
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of [...files, ...settings.map((name) => join(root, name))].sort()) {
    const content = readFileSync(file)
    hash.update(`${file.slice(root.length)} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

async function build(root: string, built: string): Promise<void> {
  say('Building the web app (after a change, about ten seconds) …')
  const fingerprint = fingerprintOf(root)
  rmSync(markOf(built), { force: true })
  const web = join(root, 'packages', 'web')
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  const { status, output } = await runChild(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw couldNotBuild(output)
  writeFileSync(markOf(built), fingerprint)
}

function couldNotBuild(output: string): Hindrance {
  return new Hindrance({
    happened: `The web app could not be built:\n${output.trim()}`,
    safe: 'Your records are safe: nothing was started.',
    next: 'Correct what is named above, or go back to a version that builds, then run the same command again.',
  })
}
