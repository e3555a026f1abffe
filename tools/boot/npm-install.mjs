import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { runChild } from './run-child.mjs'

// Not `npm ci`: it refuses a lock that lacks the programs for other platforms, as npm writes it when the registry in
// use does not carry them. This installs what the lock names all the same, and leaves the lock as it is.
const install = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/** Settings of an outer `npm run` that would aim the inner npm at the outer folder or leave packages out. */
const outerSettings =
  /^npm_config_(local_prefix|prefix|workspaces?|omit|only|production|include_workspace_root)$/i

/**
 * Lets npm install what the folder's package-lock.json names; the answer is that of `runChild`.
 * @param {string} folder
 * @param {(pid: number) => void} onStart told the process number of npm
 */
export function npmInstall(folder, onStart) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outerSettings.test(name)))
  /** @type {Parameters<typeof runChild>[2]} */
  const options = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], onStart }
  // Set when started through `npm start` and the like; it names the npm in use, whatever it is called on PATH.
  const { npm_execpath: npmScript } = process.env
  const isNpm = npmScript !== undefined && basename(npmScript).startsWith('npm') && existsSync(npmScript)
  if (isNpm) return runChild(process.execPath, [npmScript, ...install], options)
  return runChild('npm', install, { ...options, shell: process.platform === 'win32' })
}
