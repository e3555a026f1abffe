import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

/** npm's own record of what is there, written when it had finished: true when that is what the lock asks for. */
export function recordMatchesLock(/** @type {string} */ folder) {
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const present = packagesOf(record)
  const wanted = wantedIn(folder)
  for (const [path, { version, integrity, optional }] of present) {
    const same = wanted.get(path)
    if (same === undefined && optional === true) continue
    if (same?.version !== version || same?.integrity !== integrity) return false
  }
  for (const [path, { optional }] of wanted) {
    if (!present.has(path) && optional !== true) return false
  }
  return missingForThisMachine(folder).length === 0
}

/**
 * Folders of packages that this machine needs and that are not there. npm passes over a failed download in silence
 * when the package is optional, as all programs for one platform are.
 */
export function missingForThisMachine(/** @type {string} */ folder) {
  return [...wantedIn(folder)]
    .filter(([, entry]) => entry.optional === true && isForThisMachine(entry))
    .map(([path]) => path)
    .filter((path) => !existsSync(join(folder, path, 'package.json')))
}

const wantedIn = (/** @type {string} */ folder) => packagesOf(join(folder, 'package-lock.json'))

/** @returns {Map<string, LockedPackage>} by path, without the packages of this repository */
function packagesOf(/** @type {string} */ file) {
  /** @type {Record<string, LockedPackage>} */
  const packages = JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  const installed = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  )
  return new Map(installed)
}

/** Those bound to one kind of C library are left out: which one a machine has cannot be asked cheaply. */
function isForThisMachine(/** @type {LockedPackage} */ { os, cpu, libc }) {
  if (os === undefined || cpu === undefined || libc !== undefined) return false
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch)
}
