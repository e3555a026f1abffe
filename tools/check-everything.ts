import { dirname } from 'node:path'
import { runStaticChecks } from './static-checks.ts'
import { printTally } from './tally.ts'

const tally = await runStaticChecks(dirname(import.meta.dirname))
printTally(tally)
process.exitCode = tally.failures.length > 0 ? 1 : 0
