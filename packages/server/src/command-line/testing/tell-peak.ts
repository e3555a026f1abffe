import { writeFileSync } from 'node:fs'

// Loaded into a program before it runs: tells at its end how much memory it had at most, in KiB.
process.on('exit', () => {
  writeFileSync(process.env.SATHI_TEST_PEAK ?? '', String(process.resourceUsage().maxRSS))
})
