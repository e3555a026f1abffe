import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAppend } from './append.ts'
import type { Figures } from './figure.ts'
import { measureIndicators } from './indicators.ts'
import { measureProgram } from './program.ts'

/** Measures speed and memory in one run: `npm run bench`, or `npm run -s bench -- --json FILE`. */
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } })
const measurements = { append: measureAppend, program: measureProgram, indicators: measureIndicators }

const folder = mkdtempSync(join(tmpdir(), 'sathi-bench-'))
const figures: Figures = {}
try {
  for (const [name, measure] of Object.entries(measurements)) {
    if (values.only !== undefined && values.only !== name) continue
    process.stderr.write(`Measuring: ${name} …\n`)
    const own = join(folder, name)
    mkdirSync(own)
    Object.assign(figures, await measure(own))
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}
for (const [name, { value, unit, aim }] of Object.entries(figures)) {
  console.log(
    `${name.padEnd(24)} ${String(Number(value.toPrecision(4))).padStart(10)} ${unit.padEnd(8)} aim: ${aim}`,
  )
}
if (values.json !== undefined) {
  writeFileSync(
    resolve(process.env.INIT_CWD ?? process.cwd(), values.json),
    `${JSON.stringify(figures, null, 2)}\n`,
  )
}
