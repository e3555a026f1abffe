import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('./testing/rest-after-work.ts', import.meta.url))

test('after long work the server gives back the memory that it took for it', () => {
  const said = execFileSync(process.execPath, [program, 'gives-back'], { encoding: 'utf8' })
  const { worked, rested } = JSON.parse(said)
  expect(worked).toBeGreaterThan(200)
  expect(rested).toBeLessThan(110)
})
