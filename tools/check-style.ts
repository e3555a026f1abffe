import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** What Biome finds wrong under the folder (form, lint, clock and dice in pure packages), as one report, or nothing. */
export function checkStyle(root: string): string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'check', '--error-on-warnings', '--max-diagnostics=50', '--colors=off', '.'],
    { cwd: root, encoding: 'utf8' },
  )
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()]
}
