import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './boot/install-packages.mjs'
import { ensureNode24 } from './boot/node-24.mjs'
import { runChild } from './boot/run-child.mjs'
import { Hindrance, say, sayWhyItStopped } from './boot/say.mjs'

// The way in for every npm script: makes the machine ready, then hands over to Node 24. It is plain JavaScript and
// needs no package, because on a fresh clone there is none and the machine's own Node may be too old for TypeScript.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const locks = join(root, '.sathi')

const server = 'packages/server/src/main.ts'
const webApp = 'tools/build-web-app.ts'
const biome = 'node_modules/@biomejs/biome/bin/biome'

/**
 * Each command: programs that run one after the other, each only when the one before it succeeded.
 * @type {Readonly<Record<string, (args: string[]) => string[][]>>}
 */
const commands = {
  start: (args) => [[webApp], [server, 'start', ...args]],
  sathi: (args) => (args[0] === 'start' ? [[webApp], [server, ...args]] : [[server, ...args]]),
  test: (args) => [['tools/test-everything.ts', ...args]],
  bench: (args) => [['bench/main.ts', ...args]],
  check: (args) => [['tools/check-everything.ts', ...args]],
  format: (args) => [[biome, 'check', '--write', ...(args.length > 0 ? args : ['.'])]],
}

async function run() {
  const [command = '', ...args] = process.argv.slice(2)
  const programs = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (programs === undefined) {
    say(`Usage: node tools/run.mjs ${Object.keys(commands).join('|')} [arguments]`)
    return 1
  }
  refuseVeryOldNode()
  await ensurePackages(root, { locks, sentence: 'Installing packages (first time, about a minute) …' })
  const node24 = await ensureNode24({ root, locks })
  for (const [program = '', ...rest] of programs(args)) {
    const { status } = await runChild(node24, [join(root, program), ...rest], { env: withNodeFirst(node24) })
    if (status !== 0) return status
  }
  return 0
}

function refuseVeryOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Hindrance({
    happened: `Sathi needs Node 20.19 or newer to install itself; this is ${process.versions.node}.`,
    safe: 'Your records are safe: nothing was started.',
    next: 'Install a newer Node from your system or from nodejs.org, then run the same command again.',
  })
}

/** Programs that packages install look for `node` on PATH: they must find the same one. */
function withNodeFirst(/** @type {string} */ node24) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: `${dirname(node24)}${delimiter}${process.env[name] ?? ''}` }
}

process.exitCode = await run().catch(sayWhyItStopped)
