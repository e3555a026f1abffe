import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySchedule, type Schedule } from './any-schedule.ts'
import { brokenBuilds } from './broken-builds.ts'
import { runSchedule } from './run-schedule.ts'

// The ordinary run is short enough to be part of every change; the nightly one looks for what is rare.
const isNightly = process.env.SATHI_NIGHTLY === '1'
const schedules = isNightly ? 100_000 : 2000
const patience = isNightly ? 4 * 3_600_000 : 300_000

test(
  'SYN-1 SYN-2 SYN-3 SYN-4 SYN-5 SYN-6 SYN-7 SYN-8 SYN-9 SYN-10 SYN-11 SYN-12 all hold, whatever six devices do and whatever befalls them',
  async () => {
    await fc.assert(
      fc.asyncProperty(anySchedule, async (schedule) => {
        expect(await runSchedule(schedule)).toEqual([])
      }),
      { numRuns: schedules },
    )
  },
  patience,
)

/** Each mistake is found within so many schedules: a check that finds nothing proves nothing. */
const enough = 1500

for (const { rule, mistake, build } of brokenBuilds) {
  test(
    `${rule} ${mistake} is found`,
    async () => {
      const found = new Set<string>()
      for (const schedule of schedulesFrom(enough)) {
        // A broken part may also end in an exception: then it was found out, but not by its rule.
        const violations = await runSchedule(schedule, build).catch(() => [])
        for (const violation of violations) found.add(violation.rule)
        if (found.has(rule)) break
      }
      expect([...found]).toContain(rule)
    },
    patience,
  )
}

/** The same schedules each time, one after the other as they are needed. */
function* schedulesFrom(count: number): Generator<Schedule> {
  for (let seed = 1; seed <= count / 50; seed += 1) yield* fc.sample(anySchedule, { seed, numRuns: 50 })
}
