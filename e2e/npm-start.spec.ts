import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePlace, removePlace } from './journey/data-folder.ts'
import { expectedHeadline } from './journey/expected-headline.ts'
import { readFigureTable } from './journey/figure-table.ts'
import { openBrowser, visit } from './journey/journey.ts'
import { addressIn } from './journey/start-sathi.ts'

const root = dirname(import.meta.dirname)

describe('npm start on a fresh clone', () => {
  let place = ''
  let clone = ''
  beforeAll(() => {
    place = makePlace()
    clone = join(place, 'sathi')
    execFileSync('git', ['clone', '--quiet', root, clone])
    for (const folder of ['.', join('tools', 'node-24')]) borrowPackages(folder, clone)
  })
  afterAll(() => removePlace(place))

  test('builds what it needs, prints one address, and the headline table stands there', async () => {
    const npm = spawn('npm', ['start', '--', '--demo', '--port', '0'], {
      cwd: clone,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(npm, 'close')
    const browser = await openBrowser()
    try {
      const lines: string[] = []
      const address = await addressIn(npm.stdout, lines)
      const page = await visit(browser, new URL(address ?? ''), {})
      const headline = page.getByRole('table', { name: 'Headline figures' })
      await headline.waitFor()
      expect(await readFigureTable(headline)).toEqual(expectedHeadline('en'))
      expect(lines.filter((line) => line.includes('http'))).toHaveLength(1)
    } finally {
      npm.kill('SIGTERM')
      await ended
      await browser.close()
    }
  })
})

/** Downloading is left out, because it would take a minute of every run: the packages are those of this repository. */
function borrowPackages(folder: string, clone: string): void {
  const packages = join(root, folder, 'node_modules')
  if (!existsSync(packages)) return
  try {
    execFileSync('cp', ['-al', packages, join(clone, folder)], { stdio: 'ignore' })
  } catch {
    // Temporary folders may lie on another disk, where files cannot be linked to.
    execFileSync('cp', ['-a', packages, join(clone, folder)])
  }
}
