import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { npmInstall } from './npm-install.mjs'
import { missingForThisMachine, recordMatchesLock } from './package-lock.mjs'
import { Hindrance, say } from './say.mjs'
import { isRunning, withLock } from './with-lock.mjs'

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
  // After a plain `npm install` everything may be there without our mark.
  if (existsSync(begunIn(folder)) || !recordMatchesLock(folder)) return false
  writeFileSync(markOf(folder), fingerprintOf(folder))
  return true
}

const markOf = (/** @type {string} */ folder) => join(folder, 'node_modules', '.sathi-installed')

/** The mark of an installation under way; it holds the process number of its npm. */
const begunIn = (/** @type {string} */ folder) => join(folder, 'node_modules', '.sathi-installing')

function fingerprintOf(/** @type {string} */ folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  // The machine is part of it: folders get copied and mounted from one kind of machine to another.
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

async function install(/** @type {string} */ folder) {
  await clearInterrupted(folder)
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  rmSync(markOf(folder), { force: true })
  writeFileSync(begunIn(folder), '')
  const { status, output, wasInterrupted } = await npmInstall(folder, (pid) =>
    writeFileSync(begunIn(folder), String(pid)),
  )
  if (wasInterrupted) throw interrupted()
  if (status !== 0) throw couldNotInstall(output)
  const missing = missingForThisMachine(folder)
  if (missing.length > 0) throw couldNotInstall(`Not downloaded: ${missing.join(', ')}`)
  rmSync(begunIn(folder), { force: true })
}

/**
 * What an interrupted installation left may be half of a package, which npm would take for a whole one: it is all
 * removed. Its npm may have outlived it and still be writing: that one is awaited first.
 */
async function clearInterrupted(/** @type {string} */ folder) {
  const npmOfOld = Number(readIfThere(begunIn(folder)) ?? 0)
  for (let waited = 0; npmOfOld > 0 && isRunning(npmOfOld) && waited < 60; waited += 1) await pause(1000)
  if (existsSync(begunIn(folder))) rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
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
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^npm error\s+at /.test(line))
  return new Hindrance({
    happened: `The packages could not be installed. npm says:\n  ${lines.slice(0, 6).join('\n  ')}`,
    safe: nothingOfYours,
    next: `Check the network connection and the free space on the disk, then run the same command again. (All that npm said: ${log})`,
  })
}

function readIfThere(/** @type {string} */ file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
