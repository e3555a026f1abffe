import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Hindrance, say } from './boot/say.mjs'

/** Path of a browser of the Chromium family on this machine: the one CHROMIUM_PATH names, else one in the usual places. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH: named } = process.env
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return usualPlaces().find((path) => existsSync(path) && runs(path))
}

/**
 * As `findChromium`, but on Debian as root it installs one when there is none, and says so.
 * @throws Hindrance when there is none and it cannot be installed
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found !== undefined) return found
  const { CHROMIUM_PATH: named } = process.env
  if (named !== undefined && named !== '')
    throw noBrowser(`CHROMIUM_PATH names ${named}, which is not there.`)
  if (!isDebianAsRoot()) throw noBrowser('The journeys need a browser, and none was found.')
  say('Installing Chromium for the journeys (first time, about a minute) …')
  apt('update')
  apt('install', '--yes', '--no-install-recommends', 'chromium')
  const installed = findChromium()
  if (installed === undefined) throw noBrowser('Chromium was installed but does not start.')
  return installed
}

function usualPlaces(): string[] {
  const {
    PATH = '',
    ProgramFiles = '',
    'ProgramFiles(x86)': olderPrograms = '',
    LOCALAPPDATA = '',
  } = process.env
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    )
  }
  if (process.platform === 'win32') {
    return [ProgramFiles, olderPrograms, LOCALAPPDATA].flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ])
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  return names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
}

/** Ubuntu puts a stand-in on PATH that only says where to get the browser. Elsewhere asking would open a window. */
function runs(path: string): boolean {
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

function isDebianAsRoot(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID="?debian"?$/m.test(release) && process.getuid?.() === 0
}

function apt(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status === 0) return
  const reason = `${stdout}${stderr}`.trim().split('\n').slice(-4).join('\n  ')
  throw noBrowser(`Chromium could not be installed. apt-get ${args[0]} says:\n  ${reason}`)
}

function noBrowser(happened: string): Hindrance {
  return new Hindrance({
    happened,
    safe: 'Nothing else needs it: only the journeys in e2e/ were not run.',
    next: 'Install Chromium or Chrome, or set CHROMIUM_PATH to where it is, then run the same command again.',
  })
}
