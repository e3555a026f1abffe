import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { runChild } from './run-child.mjs'
import { Hindrance, say } from './say.mjs'
import { withLock } from './with-lock.mjs'

/**
 * @typedef {object} LockedPackage one entry of a package-lock.json
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 */

/**
 * Makes the packages of a folder equal its package-lock.json and says so while it lasts. Nothing is asked of npm
 * when they already are. The mark that they are is written last, so an interrupted installation never looks done.
 * @param {string} folder holds package.json and package-lock.json
 * @param {{ locks: string, sentence: string }} how folder for lock files; the line shown while installing
 */
export async function ensurePackages(folder, { locks, sentence }) {
  if (areInstalled(folder)) return
  await withLock(join(locks, `${basename(folder)}.lock`), 'installing packages', async () => {
    if (areInstalled(folder)) return
    say(sentence)
    await install(folder)
    writeFileSync(markOf(folder), fingerprintOf(folder))
  })
}

/** True when the packages of the folder are those of its package-lock.json, all of them, for this machine. */
export function areInstalled(/** @type {string} */ folder) {
  if (readIfThere(markOf(folder)) === fingerprintOf(folder)) return true
  if (!wasInstalledByHand(folder)) return false
  writeFileSync(markOf(folder), fingerprintOf(folder))
  return true
}

const markOf = (/** @type {string} */ folder) => join(folder, 'node_modules', '.sathi-installed')

function fingerprintOf(/** @type {string} */ folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  // The machine is part of it: folders get copied and mounted from one kind of machine to another.
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

/** After a plain `npm install` npm's own record, written when it had finished, names what is there. */
function wasInstalledByHand(/** @type {string} */ folder) {
  const record = readIfThere(join(folder, 'node_modules', '.package-lock.json'))
  if (record === undefined) return false
  const wanted = packagesOf(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const present = packagesOf(record)
  for (const [path, { version, integrity }] of present) {
    const same = wanted.get(path)
    if (same?.version !== version || same?.integrity !== integrity) return false
  }
  for (const [path, { optional }] of wanted) {
    if (!present.has(path) && optional !== true) return false
  }
  return missingForThisMachine(folder).length === 0
}

/** @returns {Map<string, LockedPackage>} */
function packagesOf(/** @type {string} */ lock) {
  /** @type {Record<string, LockedPackage>} */
  const packages = JSON.parse(lock).packages ?? {}
  const fromTheRegistry = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  )
  return new Map(fromTheRegistry)
}

async function install(/** @type {string} */ folder) {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  rmSync(markOf(folder), { force: true })
  const { status, output, wasInterrupted } = await npm(
    [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    folder,
  )
  if (wasInterrupted) throw interrupted()
  if (status !== 0) throw couldNotInstall(output)
  const missing = missingForThisMachine(folder)
  if (missing.length > 0) throw couldNotInstall(`Not downloaded: ${missing.join(', ')}`)
}

/** npm passes over a failed download in silence when the package is optional, as all programs for one platform are. */
function missingForThisMachine(/** @type {string} */ folder) {
  const wanted = packagesOf(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  return [...wanted]
    .filter(([, entry]) => entry.optional === true && isForThisMachine(entry))
    .map(([path]) => path)
    .filter((path) => !existsSync(join(folder, path, 'package.json')))
}

function isForThisMachine(/** @type {LockedPackage} */ { os, cpu, libc }) {
  return os !== undefined && cpu !== undefined && libc === undefined
    ? [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch)
    : false
}

function npm(/** @type {string[]} */ args, /** @type {string} */ folder) {
  // Set when started through `npm start` and the like; it names the npm in use, whatever it is called on PATH.
  const { npm_execpath: npmScript } = process.env
  const isNpm = npmScript !== undefined && basename(npmScript).startsWith('npm') && existsSync(npmScript)
  const env = { ...process.env }
  // Settings of an outer `npm run` would aim the inner npm at the outer folder or leave packages out.
  for (const name of Object.keys(env)) {
    if (
      /^npm_config_(local_prefix|prefix|workspaces?|omit|only|production|include_workspace_root)$/i.test(name)
    )
      delete env[name]
  }
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }
  if (isNpm) return runChild(process.execPath, [npmScript, ...args], options)
  return runChild('npm', args, { ...options, shell: process.platform === 'win32' })
}

const nothingOfYours = 'Your records are safe: installing touches only the folders called node_modules.'

function interrupted() {
  return new Hindrance({
    happened: 'Installing was interrupted.',
    safe: nothingOfYours,
    next: 'Run the same command again: it starts over.',
  })
}

function couldNotInstall(/** @type {string} */ output) {
  const log = join(tmpdir(), `sathi-install-${process.pid}.log`)
  writeFileSync(log, output)
  const reason = output.trim().split('\n').slice(0, 6).join('\n  ')
  return new Hindrance({
    happened: `The packages could not be installed. npm says:\n  ${reason}`,
    safe: nothingOfYours,
    next: `Check the network connection and the free space on the disk, then run the same command again. (All that npm said: ${log})`,
  })
}

function readIfThere(/** @type {string} */ file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
