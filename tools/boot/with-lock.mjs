import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './say.mjs'

const BEAT_MS = 2000
const SILENT_FOR_MS = 30_000

/**
 * Does the work while holding the lock file, so that two copies started at once never install or build into the
 * same folder. A holder that died leaves its file behind: it is taken over when its process is gone, or when its
 * heartbeat has been silent for half a minute (the process number may belong to another machine or another program).
 * @template T
 * @param {string} lockFile
 * @param {string} doing said to the person when another copy holds the lock: "Another copy is <doing>"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, doing, work) {
  mkdirSync(dirname(lockFile), { recursive: true })
  const mine = `${process.pid} ${hostname()}`
  let waitingSaid = false
  while (!tookFile(lockFile, mine)) {
    if (!waitingSaid && !isAbandoned(lockFile)) {
      say(`Another copy is ${doing}; waiting for it …`)
      waitingSaid = true
    }
    if (isAbandoned(lockFile)) removeAbandoned(lockFile)
    else await pause(200)
  }
  const release = () => {
    if (readOrEmpty(lockFile) === mine) rmSync(lockFile, { force: true })
  }
  const beat = setInterval(() => touch(lockFile), BEAT_MS)
  process.on('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

function tookFile(/** @type {string} */ lockFile, /** @type {string} */ mine) {
  try {
    writeFileSync(lockFile, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(/** @type {string} */ lockFile) {
  try {
    const [pid, host] = readFileSync(lockFile, 'utf8').split(' ')
    if (Date.now() - statSync(lockFile).mtimeMs > SILENT_FOR_MS) return true
    return host === hostname() && !isRunning(Number(pid))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Of several copies that all see the abandoned file, only one succeeds in renaming it. */
function removeAbandoned(/** @type {string} */ lockFile) {
  const aside = `${lockFile}.${process.pid}`
  try {
    renameSync(lockFile, aside)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return
  }
  // Between looking and renaming another copy may have taken the lock: then it is put back.
  if (isAbandoned(aside)) rmSync(aside, { force: true })
  else renameSync(aside, lockFile)
}

/** True when a process of this number lives on this machine, whoever owns it. */
export function isRunning(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function touch(/** @type {string} */ file) {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function readOrEmpty(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function codeOf(/** @type {unknown} */ error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
